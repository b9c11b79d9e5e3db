package cn.dangqun.simulation.story;

import cn.dangqun.simulation.machine.Ground;
import java.util.List;
import java.util.SplittableRandom;

/// A part of the story that is drawn from a chance of its own, so that whatever is added to it later leaves the rest of
/// every story as it was. For one thread.
abstract class Drawing {
    final SplittableRandom chance;
    private final List<Story.Planned> activities;
    private final List<Step> steps;
    private final int kiosks;

    /// `activities` and `steps`: of the whole story, as far as it is drawn.
    Drawing(SplittableRandom chance, List<Story.Planned> activities, List<Step> steps, int kiosks) {
        this.chance = chance;
        this.activities = activities;
        this.steps = steps;
        this.kiosks = kiosks;
    }

    final int branch(int activity) {
        return activities.get(activity).branch();
    }

    /// A kiosk of the centre in which it is held.
    final int one(int activity) {
        return one(activity, chance);
    }

    final int one(int activity, SplittableRandom chance) {
        int first = Math.min(branch(activity) / 2 * 2, kiosks - 1);
        return Math.min(first + chance.nextInt(2), kiosks - 1);
    }

    /// The other kiosk of the centre, if there is one.
    final int beside(int kiosk) {
        return kiosk % 2 == 1 ? kiosk - 1 : Math.min(kiosk + 1, kiosks - 1);
    }

    /// A member of the branch that holds it.
    final int somebody(int activity) {
        return chance.nextInt(Ground.PEOPLE / Ground.BRANCHES) * Ground.BRANCHES + branch(activity);
    }

    /// Another member of the same branch.
    static int next(int person, int by) {
        return (person + by * Ground.BRANCHES) % Ground.PEOPLE;
    }

    final void step(int second, Kind kind, int kiosk, int person, int activity) {
        steps.add(new Step(second, kind, kiosk, person, activity, 0));
    }

    /// Whatever concerns an activity and is counted or numbered.
    final void numbered(int second, Kind kind, int kiosk, int activity, int number) {
        steps.add(new Step(second, kind, kiosk, 0, activity, number));
    }

    /// The street moves somebody.
    final void moved(int second, int person, int branch) {
        steps.add(new Step(second, Kind.MOVED, 0, person, 0, branch));
    }

    /// Whatever concerns no activity.
    final void happens(int second, Kind kind, int kiosk, int number) {
        steps.add(new Step(second, kind, kiosk, 0, 0, number));
    }
}
