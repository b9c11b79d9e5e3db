package cn.dangqun.kiosk.meeting;

import static cn.dangqun.kiosk.reference.MadeUpStreet.DAY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.FIRST_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_FIRST;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.fact.SessionFact.Votes;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.session.BallotRule;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.checkin.LedgerCheckInDesk;
import cn.dangqun.kiosk.ledger.KeysOnDisk;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.protocol.Signature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A process that runs one members' meeting after the other as fast as it can, and says each step only after it was
/// said to be saved, until it is killed.
final class KilledChair {
    static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final int MEETINGS = 60;
    private static final StaffMember DUTY = new StaffMember("s-1", "样例甲", "", StaffRole.DUTY_STAFF);
    private static final Signature NAME = new Signature(
            List.of(new Signature.Stroke(List.of(new Signature.Point(0, 0), new Signature.Point(300, 100)))));

    private KilledChair() {}

    /// The data directory, and the number of this run.
    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(arguments[0]);
        int run = Integer.parseInt(arguments[1]);
        var clock = clock(run);
        var ledger = open(directory, clock);
        ledger.adopt(KIOSK).join();
        var reference = reference(directory, run, clock);
        var desk = new LedgerCheckInDesk(ledger, reference, clock, ZONE);
        var meetings = new LedgerMeetingDesk(ledger, reference, clock, ZONE);
        for (int i = 1; i <= MEETINGS; i++) {
            var meeting = id(run, i);
            for (var member : List.of(IN_GROUP, IN_FIRST)) {
                sign(desk, member, meeting);
                say("signed", meeting, member.id().value());
            }
            var count = meetings.view(meeting).orElseThrow().count();
            step(meetings, meeting, new MeetingAct.Declare(IN_GROUP.id(), count), "declared");
            step(meetings, meeting, new MeetingAct.SetItem(1, AgendaKind.RESOLUTION, "议题", Optional.empty()), "item");
            var votes = List.of(new Votes("议题", 2, 0, 0, 0));
            step(
                    meetings,
                    meeting,
                    new MeetingAct.Vote(1, new BallotRule.Cast(BallotForm.SHOW_OF_HANDS, 0, 0, 0, votes)),
                    "voted");
            step(meetings, meeting, new MeetingAct.Close(), "closed");
        }
    }

    static SteppedClock clock(int run) {
        return new SteppedClock(DAY.atTime(9, 0).atZone(ZONE).toInstant().plus(Duration.ofMinutes(run)));
    }

    static Ledger open(Path directory, SteppedClock clock) {
        var file = directory.resolve("ledger.db");
        return Ledger.open(file, clock, KeysOnDisk.beside(file), KioskCore.PROJECTIONS);
    }

    /// What the street sent, with the meetings of this run.
    static ReferenceStore reference(Path directory, int run, SteppedClock clock) throws Exception {
        var items = new ArrayList<>(MadeUpStreet.items());
        items.add(new ReferenceItem.CommitteeSeatItem(new CommitteeSeat(
                "seat-1",
                FIRST_BRANCH,
                IN_GROUP.id(),
                CommitteePost.SECRETARY,
                false,
                Optional.empty(),
                DAY.minusYears(1),
                Optional.empty())));
        for (int i = 1; i <= MEETINGS; i++) {
            items.add(new ReferenceItem.ActivityItem(meeting(id(run, i))));
        }
        return MadeUpStreet.store(Files.createTempDirectory(directory, "street"), clock, items);
    }

    private static ActivityId id(int run, int number) {
        return new ActivityId("meeting-" + run + "-" + number);
    }

    private static Activity meeting(ActivityId id) {
        var from = DAY.atTime(9, 0).atZone(ZONE).toInstant();
        var to = DAY.atTime(11, 0).atZone(ZONE).toInstant();
        return new Activity(
                id,
                ActivityType.MEMBER_MEETING,
                FIRST_BRANCH,
                "支部党员大会",
                "会议室",
                DAY,
                from,
                to,
                CheckInWindow.around(from, to));
    }

    private static void sign(LedgerCheckInDesk desk, Member member, ActivityId meeting) {
        var card = new Credential.Card(MadeUpStreet.card(member), CardKind.RESIDENT_CHIP);
        if (!(desk.presentFor(card, meeting).join() instanceof CheckInOutcome.SignatureAsked asked)
                || !(desk.sign(asked, NAME).join() instanceof CheckInOutcome.Signed)) {
            throw new AssertionError("not signed");
        }
    }

    private static void step(LedgerMeetingDesk desk, ActivityId meeting, MeetingAct act, String word) {
        if (desk.record(meeting, act, DUTY).join() != MeetingDesk.Answer.DONE) {
            throw new AssertionError(word + " was not taken");
        }
        say(word, meeting, "-");
    }

    private static void say(String word, ActivityId meeting, String what) {
        System.out.println(word + " " + meeting + " " + what);
    }
}
