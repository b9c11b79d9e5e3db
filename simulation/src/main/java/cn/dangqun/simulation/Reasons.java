package cn.dangqun.simulation;

import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.roll.RollAct;
import cn.dangqun.kiosk.roll.RollDesk;
import cn.dangqun.server.attendance.SheetModel;
import cn.dangqun.simulation.check.Activities;
import cn.dangqun.simulation.check.Pages;
import cn.dangqun.simulation.check.Plain;
import cn.dangqun.simulation.check.Witness.Person;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.story.Kind;
import cn.dangqun.simulation.story.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Why somebody is missing, as staff entered it: on the page once, with the person, and as taken back where somebody
/// did so later.
final class Reasons {
    private static final long CLEAR = Duration.ofMinutes(1).toNanos();

    private final Stage stage;
    private final BooleanSupplier clocksAgree;
    private final List<Reason> reasons = new ArrayList<>();

    /// One reason; `stands`: it is on a disk that nobody has lost.
    private static final class Reason {
        private final Step step;
        private final long at;
        private boolean stands;
        private boolean takenBack;

        Reason(Step step, long at) {
            this.step = step;
            this.at = at;
        }

        String words() {
            return "样例原因" + step.second() + "-" + step.person();
        }
    }

    Reasons(Stage stage, BooleanSupplier clocksAgree) {
        this.stage = stage;
        this.clocksAgree = clocksAgree;
    }

    void explain(Step step, StaffMember by) {
        var kiosk = stage.kiosks().get(step.kiosk());
        if (!kiosk.isOn()) {
            return;
        }
        var life = kiosk.life();
        var reason = new Reason(step, stage.world().now());
        reasons.add(reason);
        var act = new RollAct.Explain(Ground.member(step.person()), reason.words());
        var _ = kiosk.rolls().record(Activities.id(step.activity()), act, by).thenAccept(answer -> {
            if (life.isOn()) {
                stage.answered(step, Words.of(answer));
                stage.world().trace().note("kiosk " + step.kiosk() + " reason " + answer);
                reason.stands = answer == RollDesk.Answer.DONE;
                if (!reason.stands) {
                    reasons.remove(reason);
                }
            }
        });
    }

    /// By somebody whose clock called it later, as all do.
    void corrected(Person who, long at) {
        reasons.stream()
                .filter(each -> who.equals(new Person(each.step.activity(), each.step.person())))
                .forEach(each -> each.takenBack |= clocksAgree.getAsBoolean() && at - each.at > CLEAR);
    }

    void lost(int kiosk) {
        reasons.stream().filter(each -> each.step.kiosk() == kiosk).forEach(each -> each.stands = false);
        reasons.forEach(each -> each.takenBack = false);
    }

    List<String> met() {
        return reasons.stream().flatMap(each -> wrong(each).stream()).toList();
    }

    /// Whoever is moved may be on another roll since, so that the page of this one does not name them.
    private List<String> wrong(Reason reason) {
        var step = reason.step;
        var said = Pages.read(stage.street(), step.activity()).notes(Ground.name(step.person()), reason.words());
        var what = "why person " + step.person() + " is missing from activity " + step.activity() + ", entered at "
                + Plain.kiosk(step.kiosk()) + ", ";
        var wrong = new ArrayList<String>();
        if (said.size() > 1) {
            wrong.add(what + "stands " + said.size() + " times on its page");
        } else if (said.isEmpty()
                && reason.stands
                && !stage.tells(Kind.MOVED, step.person())
                && !stage.tells(Kind.LEFT, step.person())) {
            wrong.add(what + "is not on its page");
        } else if (said.stream().anyMatch(SheetModel.Note::voided) && !stage.tells(Kind.CORRECT, step.person())) {
            wrong.add(what + "is taken back on its page, and nobody did so");
        } else if (reason.takenBack && said.stream().anyMatch(each -> !each.voided())) {
            wrong.add(what + "was taken back, and its page does not say so");
        }
        return wrong;
    }
}
