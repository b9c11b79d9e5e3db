package cn.dangqun.simulation.story;

import java.util.List;
import java.util.SplittableRandom;

/// Draws members whom the street moves to a branch whose roll was frozen that day, and puts on it afterwards.
final class Latecomers extends Drawing {
    private static final int OPENS = 12 * 60;
    private static final int AROUND = 20 * 60;
    private static final int HOUR = 3_600;

    Latecomers(SplittableRandom chance, List<Story.Planned> activities, List<Step> steps, int kiosks) {
        super(chance, activities, steps, kiosks);
    }

    /// Of one session in six: somebody of the other branch of the community, who has come to it, or has not.
    void of(int begin, int first, int many) {
        int activity = first + chance.nextInt(many);
        if (chance.nextInt(6) > 0) {
            return;
        }
        int person = somebody(activity) ^ 1;
        int after = begin + OPENS + HOUR + chance.nextInt(300);
        if (chance.nextBoolean()) {
            step(begin + chance.nextInt(AROUND), Kind.TAP, one(activity), person, activity);
        }
        moved(after, person, branch(activity));
        step(after + 100 + chance.nextInt(300), Kind.AMENDED, 0, person, activity);
    }
}
