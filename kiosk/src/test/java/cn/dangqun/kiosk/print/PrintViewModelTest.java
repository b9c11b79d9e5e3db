package cn.dangqun.kiosk.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DocumentResult;
import cn.dangqun.kiosk.print.PaperOffer.Sheet;
import cn.dangqun.kiosk.print.PrintState.Choosing;
import cn.dangqun.kiosk.print.PrintState.Telling;
import cn.dangqun.kiosk.ui.HandMovedTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrintViewModelTest {
    private static final Sheet BLANK = sheet("空白签到表");
    private static final Sheet SIGNED = sheet("已签签到表");
    private static final PaperOffer OFFER = new PaperOffer("样例会议", List.of(BLANK, SIGNED), "roll");

    private final FakePrinting printing = new FakePrinting();
    private final PrintViewModel model = new PrintViewModel(printing.tray, printing, new HandMovedTime(Instant.EPOCH));

    private static Sheet sheet(String label) {
        return new Sheet(label, label, () -> {
            throw new IllegalStateException("nobody prints here");
        });
    }

    @BeforeEach
    void offer() {
        printing.tray.put(OFFER);
    }

    private Choosing choosing() {
        return assertInstanceOf(Choosing.class, model.state().get());
    }

    @Test
    void twoTouchesPrintTheFirstFormOnTheFirstPrinter() {
        model.open();
        model.print();

        assertEquals(List.of("空白签到表 to 办公室打印机"), printing.ordered);
        assertEquals(
                new Telling.Came("办公室打印机", new PrintDesk.Outcome.Answered(new DocumentResult.Printed(5))),
                choosing().telling());
    }

    @Test
    void printsWhatWasChosenWhereItWasChosen() {
        model.open();
        model.choose(SIGNED);
        model.choose("U盘");
        model.print();

        assertEquals(List.of("已签签到表 to U盘"), printing.ordered);
    }

    @Test
    void aSecondPressWhileItWorksOrdersNothing() {
        printing.slow = true;
        model.open();
        model.print();
        model.print();

        assertEquals(1, printing.ordered.size());
        assertEquals(new Telling.Working("办公室打印机"), choosing().telling());
        assertTrue(model.isBusy());
    }

    @Test
    void whoWentAwayHearsOfItOnComingBack() {
        printing.slow = true;
        model.open();
        model.print();
        model.shut();
        assertInstanceOf(PrintState.Empty.class, model.state().get());
        printing.pending.getFirst().complete(new PrintDesk.Outcome.NotMade());

        model.open();

        assertEquals(
                new Telling.Came("办公室打印机", new PrintDesk.Outcome.NotMade()),
                choosing().telling());
    }

    @Test
    void anotherOfferBeginsWithoutWordsOfTheFormer() {
        model.open();
        model.print();
        printing.tray.put(new PaperOffer("另一个会议", List.of(BLANK), "roll"));

        model.open();

        assertEquals(new Telling.Nothing(), choosing().telling());
    }

    @Test
    void withoutAPrinterNothingIsOrdered() {
        printing.printers = List.of();
        model.open();
        model.print();

        assertEquals(Optional.empty(), choosing().printer());
        assertEquals(List.of(), printing.ordered);
    }
}
