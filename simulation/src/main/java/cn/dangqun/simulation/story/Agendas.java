package cn.dangqun.simulation.story;

import cn.dangqun.simulation.machine.Ground;
import java.util.List;
import java.util.SplittableRandom;

/// Draws what a secretary records of a meeting: at one kiosk, as a rule.
final class Agendas extends Drawing {
    private static final int MINUTE = 60;
    private static final int OPENS = 12 * MINUTE;
    private static final int HOUR = 60 * MINUTE;

    Agendas(SplittableRandom chance, List<Story.Planned> activities, List<Step> steps, int kiosks) {
        super(chance, activities, steps, kiosks);
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
        numbered(at, Kind.DECLARED, kiosk, activity, 0);
        for (int item = 1; item <= items; item++) {
            at += 10 + chance.nextInt(2 * MINUTE);
            numbered(at, Kind.ITEM_SET, kiosk, activity, item);
            at += 10 + chance.nextInt(2 * MINUTE);
            numbered(at, chance.nextInt(3) == 0 ? Kind.PUT_OFF : Kind.VOTED, kiosk, activity, item);
            if (chance.nextInt(4) == 0) {
                numbered(at + 1, Kind.DECLARED, kiosk, activity, 0);
                numbered(at + 2, Kind.VOTED, kiosk, activity, item);
            }
        }
        for (int i = chance.nextInt(3); i > 0; i--) {
            numbered(at + chance.nextInt(5 * MINUTE), Kind.TICKED, kiosk, activity, i);
        }
        for (int i = chance.nextInt(3); i > 0; i--) {
            int paid = at + chance.nextInt(5 * MINUTE);
            step(paid, Kind.PAID, chance.nextInt(8) == 0 ? one(activity) : kiosk, somebody(activity), activity);
        }
        if (chance.nextInt(3) == 0) {
            int end = begin + OPENS + HOUR + chance.nextInt(10 * MINUTE);
            numbered(end, Kind.CLOSED, kiosk, activity, 0);
            if (chance.nextBoolean()) {
                numbered(end + 30 + chance.nextInt(5 * MINUTE), Kind.REOPENED, kiosk, activity, 0);
                numbered(end + 10 * MINUTE, Kind.CLOSED, kiosk, activity, 0);
            }
        }
    }

    /// So many come that there is a quorum.
    private void nearlyAll(int begin, int activity, int kiosk) {
        for (int person = branch(activity); person < Ground.PEOPLE; person += Ground.BRANCHES) {
            if (chance.nextInt(8) > 0) {
                step(begin + chance.nextInt(OPENS), Kind.TAP, kiosk, person, activity);
            }
        }
    }
}
