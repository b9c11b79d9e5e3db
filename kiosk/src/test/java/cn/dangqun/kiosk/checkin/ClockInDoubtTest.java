package cn.dangqun.kiosk.checkin;

import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_FIRST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.kiosk.activity.LedgerActivities;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A machine that has lost its clock sends nobody away for what only the clock says (F-74).
class ClockInDoubtTest extends DeskOnDisk {
    private static final Instant LOST = Instant.parse("2010-01-01T00:00:00Z");

    @Test
    void saysThatTheTimeMustBeCheckedInsteadOfNothingToday() throws Exception {
        clock.set(LOST);

        assertEquals(new CheckInOutcome.ClockInDoubt(Optional.of(IN_FIRST.name())), tap(IN_FIRST));
        assertEquals(
                new CheckInOutcome.ClockInDoubt(Optional.empty()),
                desk.present(STRANGERS_CARD).join());
        assertEquals(List.of(), facts());
    }

    @Test
    void checksInAsSoonAsStaffHaveConfirmedTheTime() {
        clock.set(LOST);
        tap(IN_FIRST);

        ledger.confirmClock(new StaffFact.ClockConfirmed("s-1", at("08:55")), at("08:55"))
                .join();

        assertEquals(MORNING, checkedIn(IN_FIRST).activity());
    }

    /// The last fact proves that it is at least five to nine: the activity is open by the earliest time that can be.
    @Test
    void countsWhoFindsAnOpenActivityByTheEarliestTimeThatCanBe() {
        checkedIn(MadeUpStreet.PROBATIONARY);
        clock.pass(Duration.ofMinutes(2));
        clock.set(LOST);
        assertEquals(ClockQuality.DOUBTFUL, ledger.time().quality());

        assertInstanceOf(CheckInOutcome.CheckedIn.class, tap(IN_FIRST));
    }

    @Test
    void tellsTheListOfTheDayThatNobodyKnowsTheDay() {
        var activities = new LedgerActivities(reference, ledger, MadeUpStreet.ZONE);
        assertFalse(activities.isClockInDoubt());

        clock.set(LOST);

        assertTrue(activities.isClockInDoubt());
    }
}
