package cn.dangqun.simulation;

import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.fact.SessionFact.Votes;
import cn.dangqun.domain.quorum.AgendaItem.SetAside;
import cn.dangqun.domain.session.BallotRule;
import cn.dangqun.kiosk.meeting.MeetingAct;
import cn.dangqun.kiosk.meeting.MeetingDesk;
import cn.dangqun.kiosk.meeting.MeetingView;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.server.review.InboxModel;
import cn.dangqun.simulation.check.Activities;
import cn.dangqun.simulation.check.Minutes;
import cn.dangqun.simulation.check.Pages;
import cn.dangqun.simulation.check.Plain;
import cn.dangqun.simulation.check.Tally;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.story.Step;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What secretaries record of a meeting: figures announced, an agenda, ballots, steps, fees, its end. Each of these is
/// on the page of the session, once, and nothing else is.
final class Meetings implements Desk {
    private final Stage stage;
    private final Tally tally = new Tally();
    /// Where somebody ended it.
    private final Set<Place> closed = new HashSet<>();
    /// Where somebody began it, perhaps: each of these ends by itself (OQ-35).
    private final Set<Place> opened = new HashSet<>();

    private record Place(int activity, int kiosk) {
        static Place of(Step step) {
            return new Place(step.activity(), step.kiosk());
        }
    }

    Meetings(Stage stage) {
        this.stage = stage;
    }

    void opened(Step step) {
        opened.add(Place.of(step));
        closed.remove(Place.of(step));
    }

    void carryOut(Step step, StaffMember by) {
        switch (step.kind()) {
            case DECLARED -> seen(step, by, this::declares);
            case ITEM_SET -> record(step, by, item(step), Minutes.item(step.number(), title(step)));
            case VOTED -> seen(step, by, view -> Optional.of(votes(step, view)));
            case PUT_OFF ->
                record(step, by, new MeetingAct.Leave(step.number(), SetAside.DEFERRED), Minutes.putOff(step.number()));
            case TICKED -> record(step, by, new MeetingAct.Tick(name(step), true), Minutes.step(name(step)));
            case PAID ->
                record(step, by, new MeetingAct.Pay(Ground.member(step.person()), month(step), true), Minutes.paid());
            case CLOSED -> close(step, by);
            case REOPENED -> {
                opened(step);
                record(step, by, new MeetingAct.Reopen(reason(step)), Minutes.reopened(reason(step)));
            }
            default -> throw new IllegalStateException("nobody records " + step.kind());
        }
    }

    static String title(Step step) {
        return "样例议题" + step.number();
    }

    private static String name(Step step) {
        return "样例步骤" + step.number();
    }

    private static String reason(Step step) {
        return "样例补记" + step.second();
    }

    private YearMonth month(Step step) {
        return YearMonth.from(
                Activities.day(stage.story().activities().get(step.activity()).day()));
    }

    private static MeetingAct item(Step step) {
        return new MeetingAct.SetItem(step.number(), AgendaKind.RESOLUTION, title(step), Optional.empty());
    }

    /// What is to be recorded, and the line of the page that says so.
    record Said(MeetingAct act, String line) {}

    private Optional<Said> declares(MeetingView view) {
        return view.chairs().stream()
                .findFirst()
                .map(chair ->
                        new Said(new MeetingAct.Declare(chair.member(), view.count()), Minutes.declared(view.count())));
    }

    private static Said votes(Step step, MeetingView view) {
        var votes = List.of(new Votes(title(step), Math.max(1, view.count().votingPresent()), 0, 0, 0));
        var cast = new BallotRule.Cast(BallotForm.SHOW_OF_HANDS, 0, 0, 0, votes);
        return new Said(
                new MeetingAct.Vote(step.number(), cast),
                Minutes.ballot(step.number(), votes.getFirst().yes()));
    }

    /// By what stands on the screen.
    void seen(Step step, StaffMember by, Function<MeetingView, Optional<Said>> what) {
        var kiosk = stage.kiosks().get(step.kiosk());
        if (kiosk.isOn()) {
            kiosk.with(machine -> machine.meetings()
                    .view(Activities.id(step.activity()))
                    .flatMap(what)
                    .ifPresent(said -> record(step, by, said.act, said.line)));
        }
    }

    void record(Step step, StaffMember by, MeetingAct act, String line) {
        if (stage.kiosks().get(step.kiosk()).isOn()) {
            var begun = tally.begin(step.kiosk(), step.activity(), line);
            record(step, by, act, begun::ended);
        }
    }

    private void close(Step step, StaffMember by) {
        record(step, by, new MeetingAct.Close(), done -> {
            if (done) {
                closed.add(Place.of(step));
            }
        });
    }

    /// `done` hears whether it was recorded, if somebody still stands there to read it.
    void record(Step step, StaffMember by, MeetingAct act, Consumer<Boolean> done) {
        var kiosk = stage.kiosks().get(step.kiosk());
        if (!kiosk.isOn()) {
            return;
        }
        var life = kiosk.life();
        var _ = kiosk.meetings().record(Activities.id(step.activity()), act, by).thenAccept(answer -> {
            if (life.isOn()) {
                stage.answered(step, Words.of(answer));
                stage.world().trace().note("kiosk " + step.kiosk() + " secretary " + answer);
                done.accept(answer == MeetingDesk.Answer.DONE);
            }
        });
    }

    /// What was written there may be gone with its disk.
    @Override
    public void lost(int kiosk) {
        tally.lost(kiosk % Troubles.CLONES);
        closed.removeIf(each -> each.kiosk == kiosk % Troubles.CLONES);
    }

    /// What is not as it must be when all have met.
    @Override
    public List<String> met() {
        var wrong = new ArrayList<String>();
        var open = Pages.inbox(stage.street(), "OPEN").stream()
                .filter(row -> row.kind().equals("UNCLOSED"))
                .map(InboxModel.Row::key)
                .collect(Collectors.toSet());
        for (int i = 0; i < stage.story().activities().size(); i++) {
            int activity = i;
            var told = Minutes.read(stage.street(), activity, stage.kiosks().size());
            for (int kiosk = 0; kiosk < stage.kiosks().size(); kiosk++) {
                var where = Plain.kiosk(kiosk);
                var difference = tally.compare(kiosk, activity, told.get(kiosk).lines());
                difference
                        .missing()
                        .forEach(line -> wrong.add(where + " recorded of activity " + activity + " «" + line
                                + "», and its page does not say so"));
                difference
                        .invented()
                        .forEach(line -> wrong.add("the page of activity " + activity + " says more often than " + where
                                + " recorded it: «" + line + "»"));
            }
            boolean over =
                    opened.stream().filter(each -> each.activity == activity).allMatch(closed::contains);
            if (over
                    && closed.stream().anyMatch(each -> each.activity == activity)
                    && open.contains(Activities.id(activity).value())) {
                wrong.add("activity " + activity + " was closed, and 复核 says that nobody did");
            }
            closed.stream()
                    .filter(each -> each.activity == activity
                            && told.get(each.kiosk).closing().isEmpty())
                    .forEach(each -> wrong.add("activity " + activity + " was closed at " + Plain.kiosk(each.kiosk)
                            + ", and its page says that it goes on there"));
        }
        return wrong;
    }
}
