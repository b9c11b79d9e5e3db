package cn.dangqun.simulation;

import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.simulation.check.Witness.Person;
import cn.dangqun.simulation.story.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// What staff enter of a roll beside who comes: heads, and why somebody is missing.
final class Entries {
    private final Heads heads;
    private final Reasons reasons;

    /// `clocksAgree`: no clock was ever wrong.
    Entries(Stage stage, BooleanSupplier clocksAgree) {
        this.heads = new Heads(stage, clocksAgree);
        this.reasons = new Reasons(stage, clocksAgree);
    }

    void carryOut(Step step, StaffMember by) {
        switch (step.kind()) {
            case HEADS -> heads.count(step, by);
            case EXPLAINED -> reasons.explain(step, by);
            default -> throw new IllegalStateException("nobody enters " + step.kind());
        }
    }

    /// Whatever stood of somebody was taken back.
    void corrected(Person who, long at) {
        reasons.corrected(who, at);
    }

    /// What was written there may be gone with its disk.
    void lost(int kiosk) {
        heads.lost(kiosk % Troubles.CLONES);
        reasons.lost(kiosk % Troubles.CLONES);
    }

    /// What is not as it must be when all have met.
    List<String> met() {
        var wrong = new ArrayList<>(heads.met());
        wrong.addAll(reasons.met());
        return wrong;
    }
}
