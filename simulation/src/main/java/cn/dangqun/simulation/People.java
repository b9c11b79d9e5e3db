package cn.dangqun.simulation;

import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.roll.RollAct;
import cn.dangqun.kiosk.roll.RollDesk;
import cn.dangqun.simulation.check.Activities;
import cn.dangqun.simulation.check.Witness.Person;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.machine.KioskMachine;
import cn.dangqun.simulation.story.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Members, staff and the people of the street: they do what a story says, each at their desk.
final class People {
    private static final StaffMember STAFF = new StaffMember("staff-1", "样例值守", "", StaffRole.DUTY_STAFF);
    private static final StaffMember SECRETARY = new StaffMember("staff-2", "样例书记", "", StaffRole.BRANCH_SECRETARY);

    private final Stage stage;
    private final Troubles troubles;
    private final Reviewers reviewers;
    private final Taps taps;
    private final Centres centres;
    private final Meetings meetings;
    private final Entries entries;
    private final Appointments appointments;
    private final Requests requests;
    private final List<Desk> desks;

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
        this.taps = new Taps(stage, reviewers.cards());
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
            case TAP, GUEST, VISITOR -> taps.tap(visit(step));
            case CLONE_TAP ->
                troubles.clone(step.kiosk())
                        .ifPresent(clone -> taps.tap(new Taps.Visit(step, clone, Troubles.CLONES + step.kiosk())));
            case UNDO -> taps.undo(visit(step));
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

    private Taps.Visit visit(Step step) {
        return new Taps.Visit(step, stage.kiosks().get(step.kiosk()), step.kiosk());
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
}
