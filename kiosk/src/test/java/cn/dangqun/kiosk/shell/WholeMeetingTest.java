package cn.dangqun.kiosk.shell;

import static cn.dangqun.kiosk.reference.MadeUpStreet.DAY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.FIRST_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_FIRST;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A members' meeting from its opening to its end and once more, by a finger on the real screens over a real disk. The
/// power goes in the middle of a signature, between 宣布情况 and the ballot, in the middle of the ballot and of the
/// closing, each time with the files as they stand; somebody sets the clock back. Nothing is lost, nothing half.
class WholeMeetingTest {
    private static final ActivityId MEETING = new ActivityId("meeting");

    @TempDir
    Path folder;

    private final SteppedClock clock = new SteppedClock(at("09:05"));
    private KioskOnDisk kiosk;
    private int cuts;

    private static Instant at(String time) {
        return DAY.atTime(java.time.LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    private static List<ReferenceItem> street() {
        var from = at("09:00");
        var to = at("11:00");
        var items = new ArrayList<>(MadeUpStreet.items(new Activity(
                MEETING,
                ActivityType.MEMBER_MEETING,
                FIRST_BRANCH,
                "支部党员大会",
                "会议室",
                DAY,
                from,
                to,
                CheckInWindow.around(from, to))));
        items.add(new ReferenceItem.CommitteeSeatItem(new CommitteeSeat(
                "seat-1",
                FIRST_BRANCH,
                IN_GROUP.id(),
                CommitteePost.SECRETARY,
                false,
                Optional.empty(),
                DAY.minusYears(1),
                Optional.empty())));
        return items;
    }

    @Test
    void nothingIsLostAndNothingHalfWhateverHappensToPowerAndClock() throws Exception {
        kiosk = KioskOnDisk.begin(folder.resolve("data"), clock, street());
        try {
            open();
            sign(IN_GROUP, true);
            clock.set(clock.instant().minus(Duration.ofHours(2)));
            sign(IN_FIRST, false);
            announce();
            powerCut();
            assertEquals(
                    new MeetingCount(3, 3, 2, 2, 2),
                    only(SessionFact.FiguresDeclared.class).count());
            vote(true);
            vote(false);
            close(true);
            close(false);
            powerCut();
            again();
            assertRecord();
        } finally {
            kiosk.close();
        }
    }

    /// Everything that is not on the disk is gone, and the kiosk starts on what is.
    private void powerCut() throws Exception {
        cuts++;
        var next = folder.resolve("after-cut-" + cuts);
        var before = kiosk;
        before.copyAsItStands(next);
        before.close();
        clock.boot("boot-" + (cuts + 1), clock.instant().plusSeconds(60));
        kiosk = KioskOnDisk.startAgain(next, clock);
    }

    private void open() {
        kiosk.go("roll");
        kiosk.tap("#activity-" + MEETING);
        kiosk.tap("#roll-begin");
        kiosk.sees("已打开");
    }

    private void sign(Member member, boolean cut) throws Exception {
        kiosk.present(member);
        kiosk.sees("已报到，请签名");
        kiosk.draw("#signature");
        if (cut) {
            powerCut();
            assertEquals(0, count(AttendanceFact.Signed.class), "what was not finished is no signature");
            assertEquals(1, count(AttendanceFact.CheckedIn.class), "that they came is on the disk");
            kiosk.present(member);
            kiosk.sees("已报到，请签名");
            kiosk.draw("#signature");
        }
        kiosk.tap("#sign-done");
        kiosk.sees("签到成功");
    }

    private void announce() {
        meeting();
        kiosk.tap("#meeting-declare");
        kiosk.tap("#chair-" + IN_GROUP.id());
        kiosk.tap("#meeting-declare");
        kiosk.until("#meeting-item");
        kiosk.tap("#meeting-item");
        kiosk.tap("#kind-RESOLUTION");
        kiosk.until("#vote-SHOW_OF_HANDS");
    }

    /// The page remembers the session of who was here before; a kiosk that was started again does not.
    private void meeting() {
        kiosk.go("meeting");
        if (kiosk.has("#session-" + MEETING)) {
            kiosk.tap("#session-" + MEETING);
        }
    }

    private void vote(boolean cut) throws Exception {
        meeting();
        kiosk.tap("#item-1");
        kiosk.tap("#vote-SHOW_OF_HANDS");
        kiosk.tap("#key-2");
        kiosk.tap("#confirm");
        kiosk.tap("#confirm");
        kiosk.tap("#confirm");
        kiosk.until("#votes-record");
        if (cut) {
            powerCut();
            assertEquals(0, count(SessionFact.BallotRecorded.class), "numbers that nobody confirmed are no ballot");
        } else {
            kiosk.tap("#votes-record");
            kiosk.sees("通过");
        }
    }

    private void close(boolean cut) throws Exception {
        meeting();
        kiosk.tap("#meeting-end");
        kiosk.until("#meeting-close");
        if (cut) {
            powerCut();
            assertEquals(0, count(SessionFact.Closed.class), "who was only asked has closed nothing");
        } else {
            kiosk.tap("#meeting-close");
            kiosk.until("#meeting-reopen");
        }
    }

    private void again() {
        meeting();
        kiosk.tap("#meeting-reopen");
        kiosk.tap("#reason-0");
        kiosk.until("#meeting-end");
    }

    private void assertRecord() throws Exception {
        assertEquals(5, cuts);
        var facts = kiosk.facts();
        var kinds = new TreeMap<String, Integer>();
        facts.forEach(each -> kinds.merge(each.fact().getClass().getSimpleName(), 1, Integer::sum));
        assertEquals(
                Map.of(
                        "Opened", 1,
                        "RollFrozen", 1,
                        "CheckedIn", 2,
                        "Signed", 2,
                        "FiguresDeclared", 1,
                        "ItemSet", 1,
                        "BallotRecorded", 1,
                        "Closed", 1,
                        "Reopened", 1),
                kinds);
        for (int i = 1; i < facts.size(); i++) {
            var earlier = facts.get(i - 1).clock().instant();
            assertFalse(facts.get(i).clock().instant().isBefore(earlier), "no fact has an earlier place: " + facts);
        }
        var votes = only(SessionFact.BallotRecorded.class).votes().getFirst();
        assertEquals(List.of(2, 0, 0), List.of(votes.yes(), votes.no(), votes.abstain()));
        assertEquals(
                SessionFact.BallotOutcome.PASSED,
                only(SessionFact.BallotRecorded.class).outcome());
        Handling reopened = only(SessionFact.Reopened.class).by();
        assertEquals(KioskOnDisk.STAFF.id(), reopened.staff());
        assertFalse(reopened.reason().isBlank());
        assertTrue(kiosk.hasStrokesOf(facts), "every signature can be drawn");
    }

    private <F> F only(Class<F> kind) throws Exception {
        var found = kiosk.facts().stream()
                .map(RecordedFact::fact)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
        assertEquals(1, found.size(), () -> "of " + kind.getSimpleName());
        return found.getFirst();
    }

    private long count(Class<?> kind) throws Exception {
        return kiosk.facts().stream()
                .map(RecordedFact::fact)
                .filter(kind::isInstance)
                .count();
    }
}
