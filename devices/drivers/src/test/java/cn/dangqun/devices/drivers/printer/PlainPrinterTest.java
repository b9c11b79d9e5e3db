package cn.dangqun.devices.drivers.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.PrintResult;
import cn.dangqun.devices.api.TicketJob;
import cn.dangqun.devices.api.TicketLayout;
import cn.dangqun.devices.api.TicketLine;
import cn.dangqun.devices.simulator.printer.SimulatedPrinter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Cheap printers (issue 15): they answer one question or none, or take narrow paper.
@Tag("real-time")
final class PlainPrinterTest {
    private static final EscPosSession.Patience SHORT =
            new EscPosSession.Patience(Duration.ofMillis(200), Duration.ofSeconds(3), Duration.ofMillis(1_200));
    private static final int NARROW = 384;

    private SimulatedPrinter paper;

    private RunningPrinter start(int dots, Answers answers) throws IOException {
        paper = SimulatedPrinter.start(0, Optional.empty(), dots);
        paper.loadPaper(1_000_000);
        return running(dots, answers);
    }

    private RunningPrinter running(int dots, Answers answers) {
        var address = new LineAddress.Tcp("127.0.0.1", paper.port());
        return new RunningPrinter(
                () -> address.open(SHORT.transfer()),
                Duration.ofMillis(50),
                SHORT,
                new EscPosPrinter.Model(TicketFont.DEFAULT_FAMILY, dots, answers));
    }

    @AfterEach
    void switchOff() throws IOException {
        paper.close();
    }

    @Test
    void oneThatNeverConfirmsIsJudgedByItsStatusAfterTheFirstTicket() throws Exception {
        try (var running = start(576, Answers.BOTH)) {
            paper.lackReport();
            running.listener().next();

            assertEquals(Optional.empty(), running.printer().found());
            assertInstanceOf(PrintResult.Unknown.class, running.print(Tickets.queueTicket(1)));
            assertEquals(Optional.of("status"), running.printer().found());
            for (int number = 2; number < 5; number++) {
                assertEquals(new PrintResult.Printed(number), running.print(Tickets.queueTicket(number)));
            }

            paper.loadPaper(100);
            assertInstanceOf(PrintResult.Unknown.class, running.print(Tickets.queueTicket(5)));
        }
    }

    @Test
    void oneWithoutAStatusPrintsAndConfirms() throws Exception {
        try (var running = start(576, Answers.BOTH)) {
            paper.lackStatus();
            running.listener().next();

            assertEquals(new PrintResult.Printed(1), running.print(Tickets.queueTicket(1)));
            assertEquals(new PrintResult.Printed(2), running.print(Tickets.queueTicket(2)));
        }
        assertEquals(2, paper.tickets().size());
    }

    @Test
    void oneThatSaysNothingPrintsAndIsNeverCertain() throws Exception {
        try (var running = start(576, Answers.NONE)) {
            paper.mute(true);
            running.listener().next();

            for (int number = 1; number < 3; number++) {
                assertInstanceOf(PrintResult.Unknown.class, running.print(Tickets.queueTicket(number)));
            }
            awaitTickets(2);
        }
    }

    @Test
    void narrowPaperShowsTheWholeNumberAndBothEndsOfTheRuler() throws Exception {
        var ruler =
                new TicketLayout("打印测试", Optional.of("A012"), List.of(TicketLine.ruler()), Optional.empty(), List.of());
        try (var running = start(NARROW, Answers.BOTH)) {
            running.listener().next();
            assertEquals(new PrintResult.Printed(1), running.print(new TicketJob(1, ruler)));
        }
        var printed = paper.tickets().getFirst();
        assertEquals(NARROW, printed.getWidth());
        assertTrue(isMarked(printed, 0) && isMarked(printed, NARROW - 1), "both ends");
        var whole = TicketDrawing.with(TicketFont.DEFAULT_FAMILY, NARROW).draw(new TicketJob(1, ruler));
        assertEquals(0, Tickets.differingDots(whole, printed));

        try (var wide = running(576, Answers.BOTH)) {
            wide.listener().next();
            wide.print(new TicketJob(2, ruler));
        }
        var cut = paper.tickets().getLast();
        assertTrue(!isMarked(cut, NARROW - 1), "a wrong width shows at the ruler's end");
    }

    /// A line as high as the ruler's ends.
    private static boolean isMarked(BufferedImage picture, int x) {
        int dark = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            dark += (picture.getRGB(x, y) & 0xFFFFFF) == 0 ? 1 : 0;
        }
        return dark >= 40;
    }

    private void awaitTickets(int count) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (paper.tickets().size() < count) {
            assertTrue(System.nanoTime() < end, "not printed");
            Thread.sleep(10);
        }
    }
}
