package cn.dangqun.domain.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.fact.SessionFact.BallotOutcome;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.quorum.AgendaItem.SetAside;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.domain.session.SessionRecord.Noted;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionRecordTest {
    private static final ActivityId MEETING = new ActivityId("meeting");
    private static final Instant START = Instant.parse("2026-11-10T01:00:00Z");

    private final List<Noted> facts = new ArrayList<>();

    private SessionRecord after(SessionFact... added) {
        for (var each : added) {
            facts.add(new Noted(START.plusSeconds(facts.size()), each));
        }
        return SessionRecord.of(facts);
    }

    private static SessionFact declared(int present) {
        return new SessionFact.FiguresDeclared(
                MEETING,
                new OrganizationId("branch"),
                new MeetingCount(5, 5, present, 5, present),
                true,
                Lines.member("M-1"),
                "TRIAL 7",
                List.of(),
                "staff-1");
    }

    private static SessionFact item(int number, AgendaKind kind) {
        return new SessionFact.ItemSet(MEETING, number, kind, "议题", Optional.empty(), "staff-1");
    }

    private static SessionFact ballot(int item, BallotOutcome outcome) {
        return new SessionFact.BallotRecorded(MEETING, item, BallotForm.ORAL, 0, 0, 0, List.of(), outcome, "staff-1");
    }

    @Test
    void everyAnnouncementIsKeptAndTheLastCounts() {
        var record = after(declared(3), declared(4));
        assertEquals(2, record.declared().size());
        assertEquals(4, record.lastDeclared().orElseThrow().figures().count().present());
    }

    @Test
    void theLastBallotOnAnItemStandsAndAVoidOneSettlesNothing() {
        var record = after(item(1, AgendaKind.RESOLUTION), ballot(1, BallotOutcome.VOID));
        assertFalse(record.item(1).orElseThrow().isSettled());
        record = after(ballot(1, BallotOutcome.PASSED));
        assertTrue(record.item(1).orElseThrow().isSettled());
        assertEquals(2, record.item(1).orElseThrow().ballots().size());
        assertEquals(2, record.nextNumber());
    }

    @Test
    void whatIsSetAsideIsNoBallot() {
        var record = after(item(1, AgendaKind.RESOLUTION), ballot(1, BallotOutcome.DEFERRED));
        assertEquals(
                Optional.of(SetAside.DEFERRED),
                record.item(1).orElseThrow().asItem().setAside());
    }

    @Test
    void aBallotWhoseItemNeverArrivedIsShownByItsNumber() {
        var record = after(ballot(3, BallotOutcome.PASSED));
        assertTrue(record.item(3).orElseThrow().isSettled());
    }

    @Test
    void stepsFeesAndPeopleOutsideAreTakenBack() {
        var november = YearMonth.of(2026, 11);
        var member = Lines.member("M-2");
        var record = after(
                new SessionFact.StepTicked(MEETING, "学习", true, "staff-1"),
                new SessionFact.SteppedOut(MEETING, member, true, "staff-1"),
                new SessionFact.FeeTicked(MEETING, member, november, true, "staff-1"));
        assertEquals(Set.of("学习"), record.steps().keySet());
        assertEquals(Set.of(member), record.away());
        assertEquals(Set.of(member), record.paid().get(november));

        record = after(
                new SessionFact.StepTicked(MEETING, "学习", false, "staff-1"),
                new SessionFact.SteppedOut(MEETING, member, false, "staff-1"),
                new SessionFact.FeeTicked(MEETING, member, november, false, "staff-1"));
        assertTrue(record.steps().isEmpty());
        assertTrue(record.away().isEmpty());
        assertEquals(Set.of(), record.paid().get(november));
    }

    @Test
    void openingAgainTouchesNothingThatWasAnnounced() {
        var closed = after(declared(3), new SessionFact.Closed(MEETING, Optional.of("staff-1")));
        assertTrue(closed.isClosed());
        var open = after(new SessionFact.Reopened(MEETING, new Handling("staff-1", "点错了")));
        assertFalse(open.isClosed());
        assertEquals(closed.declared(), open.declared());
        assertEquals("点错了", open.reopenings().getFirst().by().reason());
    }
}
