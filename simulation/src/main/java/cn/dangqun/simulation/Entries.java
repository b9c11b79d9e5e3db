package cn.dangqun.simulation;

import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.simulation.check.Witness.Person;
import cn.dangqun.simulation.story.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// What staff enter beside who comes: heads, why somebody is missing, who has left the room, and votes on paper.
final class Entries implements Desk {
    private final Heads heads;
    private final Reasons reasons;
    private final Ballots ballots;
    private final Room room;

    /// `clocksAgree`: no clock was ever wrong.
    Entries(Stage stage, Meetings meetings, BooleanSupplier clocksAgree) {
        this.heads = new Heads(stage, clocksAgree);
        this.reasons = new Reasons(stage, clocksAgree);
        this.ballots = new Ballots(meetings);
        this.room = new Room(stage, meetings);
    }

    void carryOut(Step step, StaffMember by) {
        switch (step.kind()) {
            case HEADS -> heads.count(step, by);
            case EXPLAINED -> reasons.explain(step, by);
            case ADMISSION_SET, VOTED_ON_PAPER, VOTED_TOO_OFTEN, WRITTEN_VOTE, ESCALATED -> ballots.record(step, by);
            case STEPPED_OUT -> room.left(step, by, true);
            case CAME_BACK -> room.left(step, by, false);
            default -> throw new IllegalStateException("nobody enters " + step.kind());
        }
    }

    /// Whatever stood of somebody was taken back.
    void corrected(Person who, long at) {
        reasons.corrected(who, at);
    }

    /// What was written there may be gone with its disk.
    @Override
    public void lost(int kiosk) {
        heads.lost(kiosk % Troubles.CLONES);
        reasons.lost(kiosk % Troubles.CLONES);
        room.lost(kiosk % Troubles.CLONES);
    }

    /// What is not as it must be when all have met.
    @Override
    public List<String> met() {
        var wrong = new ArrayList<>(heads.met());
        wrong.addAll(reasons.met());
        wrong.addAll(room.met());
        return wrong;
    }
}
