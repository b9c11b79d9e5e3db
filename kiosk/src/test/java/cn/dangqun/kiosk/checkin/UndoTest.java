package cn.dangqun.kiosk.checkin;

import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_FIRST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoTest extends DeskOnDisk {
    @Test
    void undoesWithinTenSecondsAndLetsThePersonInAgain() throws Exception {
        var first = checkedIn(IN_FIRST);
        clock.pass(LedgerCheckInDesk.UNDO);

        assertTrue(desk.undo(first.fact()).join());

        var second = checkedIn(IN_FIRST);
        assertEquals(new Tally(3, 1), second.tally());
        assertEquals(
                new AttendanceFact.CheckInVoided(MORNING.id(), first.fact().seq(), AttendanceFact.VoidReason.SELF_UNDO),
                facts().get(1));
    }

    @Test
    void undoesNothingAfterTenSeconds() {
        var first = checkedIn(IN_FIRST);
        clock.pass(LedgerCheckInDesk.UNDO.plusMillis(1));

        assertFalse(desk.undo(first.fact()).join());
    }

    @Test
    void givesNobodyMoreTimeBySettingTheWallClockBack() {
        var first = checkedIn(IN_FIRST);
        clock.pass(Duration.ofSeconds(11));
        clock.set(at("08:55"));

        assertFalse(desk.undo(first.fact()).join());
    }

    @Test
    void undoesOnlyOnce() throws Exception {
        var first = checkedIn(IN_FIRST);

        assertTrue(desk.undo(first.fact()).join());

        assertFalse(desk.undo(first.fact()).join());
        assertEquals(2, facts().size());
    }

    @Test
    void undoesNothingOfAnotherLedger() {
        var first = checkedIn(IN_FIRST).fact();

        assertFalse(desk.undo(new FactId(KIOSK, new Epoch("0".repeat(32)), first.seq()))
                .join());
        assertFalse(desk.undo(new FactId(new KioskId("kiosk-2"), first.epoch(), first.seq()))
                .join());
    }

    @Test
    void undoesAGuestToo() {
        var admitted = (CheckInOutcome.GuestCheckedIn) desk.admitGuest(STRANGERS_CARD, MORNING.id(), GuestKind.RESIDENT)
                .join();

        assertTrue(desk.undo(admitted.fact()).join());
        assertEquals(
                new CheckInOutcome.UnknownCard(List.of(MORNING)),
                desk.present(STRANGERS_CARD).join());
    }
}
