package cn.dangqun.simulation;

import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.roll.RollAct;
import cn.dangqun.kiosk.roll.RollDesk;
import cn.dangqun.protocol.Signature;
import cn.dangqun.simulation.check.Activities;
import cn.dangqun.simulation.check.Evidence.Written;
import cn.dangqun.simulation.check.Plain;
import cn.dangqun.simulation.check.Witness.Person;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.machine.KioskMachine;
import cn.dangqun.simulation.story.Kind;
import cn.dangqun.simulation.story.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Members, staff and the people of the street: they do what a story says and remember what they were told.
final class People {
    private static final StaffMember STAFF = new StaffMember("staff-1", "样例值守", "", StaffRole.DUTY_STAFF);
    private static final StaffMember SECRETARY = new StaffMember("staff-2", "样例书记", "", StaffRole.BRANCH_SECRETARY);

    private static final Signature WRITTEN = new Signature(
            List.of(new Signature.Stroke(List.of(new Signature.Point(100, 100), new Signature.Point(400, 300)))));

    private final Stage stage;
    private final Troubles troubles;
    private final Reviewers reviewers;
    private final Centres centres;
    private final Meetings meetings;
    private final Entries entries;
    private final Appointments appointments;
    private final Requests requests;
    private final List<Desk> desks;
    private final Map<Person, FactId> last = new HashMap<>();

    /// Cards that were taken away, by person.
    Map<Integer, List<Integer>> takenAway() {
        return reviewers.cards().takenAway();
    }

    /// Another machine with a copy of a kiosk's disk.
    interface Copies {
        KioskMachine of(String name, int kiosk, Path from);
    }

    People(Stage stage, Copies copies) {
        this.stage = stage;
        this.reviewers = new Reviewers(stage);
        this.centres = new Centres(stage, this::clocksAgree);
        this.meetings = new Meetings(stage);
        this.entries = new Entries(stage, meetings, this::clocksAgree);
        this.appointments = new Appointments(stage, centres);
        this.requests = new Requests(stage, this::clocksAgree);
        this.desks = List.of(centres, meetings, entries, appointments, requests);
        this.troubles = new Troubles(stage, copies, reviewers, kiosk -> desks.forEach(each -> each.lost(kiosk)));
    }

    private boolean clocksAgree() {
        return troubles.clocksAgree();
    }

    /// What the street says beforehand. It is on.
    void begin() {
        appointments.begin();
        requests.begin();
    }

    void carryOut(Step step) {
        troubles.look();
        switch (step.kind()) {
            case TAP, GUEST, VISITOR -> tap(step, stage.kiosks().get(step.kiosk()), step.kiosk());
            case CLONE_TAP ->
                troubles.clone(step.kiosk()).ifPresent(clone -> tap(step, clone, Troubles.CLONES + step.kiosk()));
            case UNDO -> undo(step);
            case REGISTER -> staff(step, STAFF, new RollAct.Register(Ground.member(step.person()), "没带卡"));
            case AFTERWARDS -> staff(step, SECRETARY, new RollAct.AddAfterwards(Ground.member(step.person()), "漏登"));
            case CORRECT -> staff(step, SECRETARY, new RollAct.Correct(Ground.member(step.person()), "登错"));
            case LEAVE ->
                staff(step, SECRETARY, new RollAct.GrantLeave(Ground.member(step.person()), LeaveKind.SICK, "样例书记"));
            case CARD_CHANGED -> {
                if (stage.street().isOn()) {
                    reviewers.card(step.person());
                }
            }
            case OPENED -> {
                meetings.opened(step);
                staff(step, STAFF, new RollAct.Open());
            }
            case CLOSED, DECLARED, ITEM_SET, VOTED, PUT_OFF, TICKED, PAID, REOPENED ->
                meetings.carryOut(step, SECRETARY);
            case HEADS, EXPLAINED -> entries.carryOut(step, STAFF);
            case ADMISSION_SET, VOTED_ON_PAPER, VOTED_TOO_OFTEN, WRITTEN_VOTE, ESCALATED, STEPPED_OUT, CAME_BACK ->
                entries.carryOut(step, SECRETARY);
            case APPROVED -> staff(step, SECRETARY, new RollAct.Approve(Ground.member(step.person())));
            case PAPER -> staff(step, STAFF, new RollAct.Paper(List.of(Ground.member(step.person()))));
            case TICKET -> centres.take(step);
            case NEXT -> centres.next(step);
            case BOOKED, ARRIVED, BOOKING_CANCELLED -> appointments.carryOut(step);
            case FILED, TAKEN_UP, HANDED_OVER, SETTLED, RATED -> requests.carryOut(step);
            case ASKED_AFTERWARDS -> staff(step, STAFF, new RollAct.AddAfterwards(Ground.member(step.person()), "漏登"));
            case ANSWERED -> reviewers.answer(step);
            case CHECKED_COPY,
                    MOVED,
                    LEFT,
                    CANCELLED,
                    RESCHEDULED,
                    MONTH_LOCKED,
                    MONTH_OPENED,
                    RETURNED,
                    REVIEWED,
                    MATCHED,
                    AMENDED,
                    DECIDED -> {
                if (stage.street().isOn()) {
                    reviewers.decide(step);
                }
            }
            default -> troubles.strike(step);
        }
    }

    /// Nothing is mended, and the copies of machines are put away.
    void goHome() {
        unanswered();
        troubles.night();
    }

    /// Whoever still waits is not answered any more.
    ///
    /// @return what was wrong while it was broken
    List<String> mend() {
        troubles.mend();
        unanswered();
        return troubles.setAside();
    }

    private void unanswered() {
        for (var step : stage.unanswered()) {
            switch (step.kind()) {
                case UNDO, CORRECT, LEAVE ->
                    stage.witness().corrected(new Person(step.activity(), step.person()), step.kiosk(), 0, false);
                default -> sameDay(step).forEach(stage.witness()::unanswered);
            }
        }
        stage.unanswered().clear();
    }

    /// What is not as it must be when all have met: records that nobody can read, and what the street decided.
    List<String> met() {
        var wrong = new ArrayList<>(troubles.unread());
        wrong.addAll(reviewers.standing());
        desks.forEach(each -> wrong.addAll(each.met()));
        return wrong;
    }

    /// A card does not say what for.
    private Stream<Person> sameDay(Step step) {
        var planned = stage.story().activities();
        return IntStream.range(0, planned.size())
                .filter(each -> planned.get(each).day() == step.second() / 86_400)
                .mapToObj(each -> new Person(each, step.person()));
    }

    void end() {
        troubles.end();
    }

    private void tap(Step step, KioskMachine kiosk, int at) {
        if (!kiosk.isOn()) {
            return;
        }
        var card = kiosk.read(Ground.card(step.person(), reviewers.cards().of(step.person())));
        card.ifPresent(credential -> answered(step, kiosk, at, kiosk.checkIn().present(credential), credential));
    }

    /// Whoever is not answered, because the power goes, may be counted or not.
    private void answered(
            Step step,
            KioskMachine kiosk,
            int at,
            CompletableFuture<CheckInOutcome> answer,
            @Nullable Credential credential) {
        var life = kiosk.life();
        long tapped = stage.world().now();
        boolean knows = kiosk.ledger().time().quality() == ClockQuality.STREET;
        var boot = kiosk.clocks().read().bootId();
        var waiting = new Waiting(step, stage);
        waiting.begin();
        var _ = answer.thenAccept(outcome -> {
            if (!life.isOn()) {
                return;
            }
            waiting.end();
            stage.world().trace().note("kiosk " + at + " person " + step.person() + " " + words(outcome));
            stage.answered(step, Words.of(outcome));
            told(step, at, tapped, outcome, knows, boot);
            if (credential != null) {
                next(step, kiosk, at, outcome, credential);
            }
        });
    }

    /// As people choose who are asked.
    private void next(Step step, KioskMachine kiosk, int at, CheckInOutcome outcome, Credential credential) {
        if (outcome instanceof CheckInOutcome.SignatureAsked asked) {
            sign(step, kiosk, at, asked);
        } else if (outcome instanceof CheckInOutcome.ChooseActivity choose) {
            var choice = choose.choices().get(step.person() % choose.choices().size());
            answered(step, kiosk, at, kiosk.checkIn().presentFor(credential, choice.id()), null);
        } else if (outcome instanceof CheckInOutcome.OtherBranch other
                && step.person() % 3 == 0
                && !other.open().isEmpty()) {
            var open = other.open().getFirst();
            answered(step, kiosk, at, kiosk.checkIn().presentFor(credential, open.id()), null);
        } else if (outcome instanceof CheckInOutcome.UnknownCard unknown
                && (step.kind() == Kind.GUEST || step.kind() == Kind.VISITOR)
                && !unknown.open().isEmpty()) {
            var open = unknown.open().get(step.person() % unknown.open().size());
            var kind = step.kind() == Kind.GUEST ? GuestKind.RESIDENT : GuestKind.REPORTED_IN;
            answered(step, kiosk, at, kiosk.checkIn().admitGuest(credential, open.id(), kind), null);
        }
    }

    /// Most sign at once; some go without, and some of these come again.
    private void sign(Step step, KioskMachine kiosk, int at, CheckInOutcome.SignatureAsked asked) {
        if ((step.person() + step.second()) % 4 > 0) {
            answered(step, kiosk, at, kiosk.checkIn().sign(asked, WRITTEN), null);
        }
    }

    private static String words(CheckInOutcome outcome) {
        return switch (outcome) {
            case CheckInOutcome.Counted counted ->
                "counted " + counted.fact() + " " + counted.activity().id();
            default -> outcome.getClass().getSimpleName();
        };
    }

    private void told(Step step, int at, long tapped, CheckInOutcome outcome, boolean knows, String boot) {
        switch (outcome) {
            case CheckInOutcome.CheckedIn in -> {
                var who = new Person(Activities.number(in.activity().id()), step.person());
                remember(who, at, in.fact());
                if (stage.story().activities().get(who.activity()).signs()) {
                    stage.witness().signedElsewhere(who, at, tapped, new Written(in.fact(), boot), knows);
                } else {
                    stage.witness().success(who, at, tapped, Optional.of(new Written(in.fact(), boot)), knows);
                }
                if (in.role() == AttendanceRole.MEMBER && in.tally().present() < 1) {
                    stage.world().broke("who was told 签到成功 is not in the figure of the same answer");
                }
            }
            case CheckInOutcome.GuestCheckedIn in -> {
                var who = new Person(Activities.number(in.activity().id()), step.person());
                remember(who, at, in.fact());
                stage.witness().success(who, at, tapped, Optional.of(new Written(in.fact(), boot)), knows);
            }
            case CheckInOutcome.SignatureAsked asked ->
                stage.witness()
                        .came(new Person(Activities.number(asked.activity().id()), step.person()), at, tapped, knows);
            case CheckInOutcome.Signed signed -> signed(step, at, tapped, signed, boot);
            case CheckInOutcome.AlreadyCheckedIn already ->
                stage.witness()
                        .already(new Person(Activities.number(already.activity().id()), step.person()), at, tapped);
            default -> {}
        }
    }

    /// The button that takes a check-in back is the machine's that showed it: nobody presses it at the original for the
    /// copy.
    private void remember(Person who, int at, FactId fact) {
        if (at < Troubles.CLONES) {
            last.put(who, fact);
        }
    }

    private void signed(Step step, int at, long tapped, CheckInOutcome.Signed signed, String boot) {
        var activity = signed.activity().id();
        stage.witness()
                .success(
                        new Person(Activities.number(activity), step.person()),
                        at,
                        tapped,
                        Optional.of(new Written(signed.fact(), boot)),
                        false);
        if (signed.tally().present() < 1) {
            stage.world().broke("who has signed is not in the figure of the same answer");
        }
        if (at < Troubles.CLONES
                && !stage.kiosks().get(at).rolls().signatures(activity).containsKey(signed.member())) {
            stage.world().broke("what somebody has signed at " + Plain.kiosk(at) + " is not there");
        }
    }

    private void undo(Step step) {
        var kiosk = stage.kiosks().get(step.kiosk());
        var who = new Person(step.activity(), step.person());
        var fact = last.get(who);
        if (fact == null || !kiosk.isOn()) {
            return;
        }
        var life = kiosk.life();
        var waiting = new Waiting(step, stage);
        waiting.begin();
        var _ = kiosk.checkIn().undo(fact).thenAccept(undone -> {
            if (life.isOn()) {
                waiting.end();
                stage.world().trace().note("kiosk " + step.kiosk() + " undone " + undone);
                stage.answered(step, undone ? "已撤销" : "nothing is taken back");
                if (undone) {
                    stage.witness()
                            .undone(who, step.kiosk(), fact, stage.world().now());
                }
            }
        });
    }

    private void staff(Step step, StaffMember by, RollAct act) {
        var kiosk = stage.kiosks().get(step.kiosk());
        if (!kiosk.isOn()) {
            return;
        }
        var life = kiosk.life();
        long at = stage.world().now();
        var who = new Person(step.activity(), step.person());
        var waiting = new Waiting(step, stage);
        waiting.begin();
        var _ = kiosk.rolls().record(Activities.id(step.activity()), act, by).thenAccept(answer -> {
            if (!life.isOn()) {
                return;
            }
            waiting.end();
            stage.world().trace().note("kiosk " + step.kiosk() + " staff " + answer);
            stage.answered(step, Words.of(answer));
            if (answer == RollDesk.Answer.DONE) {
                done(act, by, who, step.kiosk(), at);
            }
        });
    }

    private void done(RollAct act, StaffMember by, Person who, int kiosk, long at) {
        boolean signs = stage.story().activities().get(who.activity()).signs();
        switch (act) {
            case RollAct.AddAfterwards _ when by.equals(STAFF) -> {}
            case RollAct.Register _, RollAct.AddAfterwards _, RollAct.Approve _
            when signs -> stage.witness().came(who, kiosk, at, false);
            case RollAct.Register _, RollAct.AddAfterwards _, RollAct.Approve _, RollAct.Paper _ ->
                stage.witness().success(who, kiosk, at, Optional.empty(), false);
            case RollAct.Correct _ -> {
                stage.witness().corrected(who, kiosk, at, troubles.clocksAgree());
                entries.corrected(who, at);
            }
            default -> {}
        }
    }

    /// Somebody before a kiosk who has no answer yet.
    private record Waiting(Step step, Stage stage) {
        void begin() {
            stage.unanswered().add(step);
        }

        void end() {
            stage.unanswered().remove(step);
        }
    }
}
