package cn.dangqun.devices.drivers.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceFault.Kind;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class StatusQueryTest {

    @ParameterizedTest
    @EnumSource(StatusQuery.class)
    void idleAnswerSaysNothing(StatusQuery query) {
        assertTrue(StatusQuery.isAnswer(0x12));
        assertEquals(Set.of(), query.conditions(0x12));
    }

    @ParameterizedTest
    @CsvSource({
        "PRINTER, 0x16, DRAWER_PIN_HIGH", "PRINTER, 0x1A, OFFLINE",
        "PRINTER, 0x32, WAITING_FOR_RECOVERY", "PRINTER, 0x52, FEED_BUTTON_PRESSED",
        "OFFLINE_CAUSE, 0x16, COVER_OPEN", "OFFLINE_CAUSE, 0x1A, FEEDING_BY_BUTTON",
        "OFFLINE_CAUSE, 0x32, STOPPED_BY_PAPER_END", "OFFLINE_CAUSE, 0x52, ERROR",
        "ERROR_CAUSE, 0x16, RECOVERABLE_ERROR", "ERROR_CAUSE, 0x1A, CUTTER_ERROR",
        "ERROR_CAUSE, 0x32, UNRECOVERABLE_ERROR", "ERROR_CAUSE, 0x52, AUTO_RECOVERABLE_ERROR",
        "PAPER, 0x1E, PAPER_NEAR_END", "PAPER, 0x72, PAPER_END"
    })
    void namesEveryBitOfTheStandard(StatusQuery query, String octet, PrinterCondition condition) {
        int value = Integer.decode(octet);

        assertTrue(StatusQuery.isAnswer(value));
        assertEquals(Set.of(condition), query.conditions(value));
    }

    @Test
    void tellsAnswersFromFlowControlAndAutomaticStatus() {
        assertFalse(StatusQuery.isAnswer(0x11));
        assertFalse(StatusQuery.isAnswer(0x13));
        assertFalse(StatusQuery.isAnswer(0x14));
        assertFalse(StatusQuery.isAnswer(0x0F));
        assertTrue(EscPos.isPrintedReport(0x00));
        assertTrue(EscPos.isPrintedReport(0x0F));
        assertFalse(EscPos.isPrintedReport(0x12));
    }

    @ParameterizedTest
    @CsvSource({
        "COVER_OPEN, COVER_OPEN",
        "PAPER_END, PAPER_OUT",
        "STOPPED_BY_PAPER_END, PAPER_OUT",
        "CUTTER_ERROR, REFUSED",
        "UNRECOVERABLE_ERROR, REFUSED",
        "AUTO_RECOVERABLE_ERROR, REFUSED",
        "RECOVERABLE_ERROR, REFUSED",
        "ERROR, REFUSED",
        "OFFLINE, REFUSED",
        "WAITING_FOR_RECOVERY, REFUSED"
    })
    void turnsWhatStopsItIntoAFault(PrinterCondition condition, Kind kind) {
        var status = new PrinterStatus(Set.of(condition));

        assertEquals(Optional.of(kind), status.fault().map(fault -> fault.kind()));
    }

    @ParameterizedTest
    @EnumSource(
            value = PrinterCondition.class,
            names = {"DRAWER_PIN_HIGH", "FEED_BUTTON_PRESSED", "FEEDING_BY_BUTTON", "PAPER_NEAR_END"})
    void printsOnWithWhatIsNoFault(PrinterCondition condition) {
        assertEquals(Optional.empty(), new PrinterStatus(Set.of(condition)).fault());
    }
}
