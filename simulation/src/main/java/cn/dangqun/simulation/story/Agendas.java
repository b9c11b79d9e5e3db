package cn.dangqun.simulation.story;

import cn.dangqun.simulation.machine.Ground;
import java.util.List;
import java.util.SplittableRandom;

/// Draws what a secretary records of a meeting: at one kiosk, as a rule.
final class Agendas {
    private static final int MINUTE = 60;
    private static final int OPENS = 12 * MINUTE;
    private static final int HOUR = 60 * MINUTE;

    private final SplittableRandom chance;
    private final List<Story.Planned> activities;
    private final List<Step> steps;
    private final int kiosks;

    Agendas(SplittableRandom chance, List<Story.Planned> activities, List<Step> steps, int kiosks) {
        this.chance = chance;
        this.activities = activities;
        this.steps = steps;
        this.kiosks = kiosks;
    }

    /// Of the session that begins then, with `many` activities from `first` on: one in three is recorded.
    void of(int begin, int first, int many) {
        int activity = first + chance.nextInt(many);
        if (chance.nextInt(3) > 0) {
            return;
        }
        int kiosk = one(activity);
        int at = begin + OPENS;
        int items = 1 + chance.nextInt(2);
        if (chance.nextInt(3) > 0) {
            nearlyAll(begin, activity, kiosk);
        }
        step(at, Kind.DECLARED, kiosk, activity, 0);
        for (int item = 1; item <= items; item++) {
            at += 10 + chance.nextInt(2 * MINUTE);
            step(at, Kind.ITEM_SET, kiosk, activity, item);
            at += 10 + chance.nextInt(2 * MINUTE);
            step(at, chance.nextInt(3) == 0 ? Kind.PUT_OFF : Kind.VOTED, kiosk, activity, item);
            if (chance.nextInt(4) == 0) {
                step(at + 1, Kind.DECLARED, kiosk, activity, 0);
                step(at + 2, Kind.VOTED, kiosk, activity, item);
            }
        }
        for (int i = chance.nextInt(3); i > 0; i--) {
            step(at + chance.nextInt(5 * MINUTE), Kind.TICKED, kiosk, activity, i);
        }
        for (int i = chance.nextInt(3); i > 0; i--) {
            steps.add(new Step(
                    at + chance.nextInt(5 * MINUTE),
                    Kind.PAID,
                    chance.nextInt(8) == 0 ? one(activity) : kiosk,
                    somebody(activity),
                    activity,
                    0));
        }
        if (chance.nextInt(3) == 0) {
            int end = begin + OPENS + HOUR + chance.nextInt(10 * MINUTE);
            step(end, Kind.CLOSED, kiosk, activity, 0);
            if (chance.nextBoolean()) {
                step(end + 30 + chance.nextInt(5 * MINUTE), Kind.REOPENED, kiosk, activity, 0);
                step(end + 10 * MINUTE, Kind.CLOSED, kiosk, activity, 0);
            }
        }
    }

    /// So many come that there is a quorum.
    private void nearlyAll(int begin, int activity, int kiosk) {
        int branch = activities.get(activity).branch();
        for (int person = branch; person < Ground.PEOPLE; person += Ground.BRANCHES) {
            if (chance.nextInt(8) > 0) {
                steps.add(new Step(begin + chance.nextInt(OPENS), Kind.TAP, kiosk, person, activity, 0));
            }
        }
    }

    private int somebody(int activity) {
        return chance.nextInt(Ground.PEOPLE / Ground.BRANCHES) * Ground.BRANCHES
                + activities.get(activity).branch();
    }

    private int one(int activity) {
        int first = Math.min(activities.get(activity).branch() / 2 * 2, kiosks - 1);
        return Math.min(first + chance.nextInt(2), kiosks - 1);
    }

    private void step(int second, Kind kind, int kiosk, int activity, int number) {
        steps.add(new Step(second, kind, kiosk, 0, activity, number));
    }
}
