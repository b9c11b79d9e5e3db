package cn.dangqun.simulation;

import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.roll.RollAct;
import cn.dangqun.kiosk.roll.RollDesk;
import cn.dangqun.simulation.check.Activities;
import cn.dangqun.simulation.check.Pages;
import cn.dangqun.simulation.check.Plain;
import cn.dangqun.simulation.story.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Residents whom staff counted without names: the page says what was counted last, and nothing where nobody counted.
final class Heads {
    private static final String RESIDENTS = "群众";
    private static final long CLEAR = Duration.ofMinutes(1).toNanos();

    private final Stage stage;
    private final BooleanSupplier clocksAgree;
    private final List<Count> counts = new ArrayList<>();

    /// One count; `knows`: the kiosk knew the time.
    private static final class Count {
        private final Step step;
        private final long at;
        private final boolean knows;
        private boolean stands;

        Count(Step step, long at, boolean knows) {
            this.step = step;
            this.at = at;
            this.knows = knows;
        }
    }

    Heads(Stage stage, BooleanSupplier clocksAgree) {
        this.stage = stage;
        this.clocksAgree = clocksAgree;
    }

    void count(Step step, StaffMember by) {
        var kiosk = stage.kiosks().get(step.kiosk());
        if (!kiosk.isOn()) {
            return;
        }
        var life = kiosk.life();
        var id = Activities.id(step.activity());
        var count = new Count(step, stage.world().now(), kiosk.ledger().time().quality() == ClockQuality.STREET);
        counts.add(count);
        var _ = kiosk.rolls()
                .record(id, new RollAct.CountHeads(GuestKind.RESIDENT, step.number()), by)
                .thenAccept(answer -> {
                    if (!life.isOn()) {
                        return;
                    }
                    stage.answered(step, Words.of(answer));
                    stage.world().trace().note("kiosk " + step.kiosk() + " heads " + answer);
                    count.stands = answer == RollDesk.Answer.DONE;
                    if (!count.stands) {
                        counts.remove(count);
                    } else if (kiosk.rolls()
                            .sheet(id)
                            .filter(sheet -> sheet.heads().getOrDefault(GuestKind.RESIDENT, 0) != step.number())
                            .isPresent()) {
                        stage.world().broke(Plain.kiosk(step.kiosk()) + " does not show the heads it has recorded");
                    }
                });
    }

    /// A count that may be gone replaces nothing for certain.
    void lost(int kiosk) {
        counts.stream().filter(each -> each.step.kiosk() == kiosk).forEach(each -> each.stands = false);
    }

    List<String> met() {
        var wrong = new ArrayList<String>();
        for (int activity = 0; activity < stage.story().activities().size(); activity++) {
            int number = activity;
            var all = counts.stream()
                    .filter(each -> each.step.activity() == number)
                    .toList();
            var may = all.stream()
                    .filter(each -> all.stream().noneMatch(other -> replaces(other, each)))
                    .map(each -> each.step.number())
                    .distinct()
                    .toList();
            var said = Optional.ofNullable(
                    Pages.read(stage.street(), activity).heads().get(RESIDENTS));
            boolean isRight = said.map(may::contains).orElse(all.stream().noneMatch(each -> each.stands));
            if (!isRight) {
                wrong.add("the page of activity " + activity + " says "
                        + said.map(heads -> "that " + heads + " residents were there")
                                .orElse("of no residents")
                        + ", and counted were " + may);
            }
        }
        return wrong;
    }

    /// At one kiosk the later count does, whatever its clock says; at two of them the one that all clocks call later.
    private boolean replaces(Count other, Count count) {
        boolean isLater = other.stands && other.at > count.at;
        boolean isClear = clocksAgree.getAsBoolean() && other.knows && count.knows && other.at - count.at > CLEAR;
        return isLater && (other.step.kiosk() == count.step.kiosk() || isClear);
    }
}
