package cn.dangqun.simulation.story;

import java.util.List;
import java.util.SplittableRandom;

/// Machines that lose what they had only just kept, and streets that forget what kiosks need not keep any more:
/// what seldom comes about by itself, drawn from a chance of its own. For one thread.
final class Losses extends Drawing {
    private static final int HOUR = 3_600;
    private static final int AROUND = 6 * 60;
    private static final int YEARS = 60 * 24 * 365 * 20;

    Losses(SplittableRandom chance, List<Story.Planned> activities, List<Step> steps, int kiosks) {
        super(chance, activities, steps, kiosks);
    }

    /// Of the session that begins then, with `many` activities from `first` on.
    void of(int begin, int first, int many) {
        int activity = first + chance.nextInt(many);
        int at = begin + chance.nextInt(AROUND);
        switch (chance.nextInt(12)) {
            case 0, 1 -> enrolledAndCut(at, activity);
            case 2 -> forgotten(at, activity);
            case 3 -> carried(at, activity);
            case 4 -> together(at, activity);
            default -> {}
        }
    }

    /// A new machine says that it is enrolled, somebody is received, and its power goes.
    private void enrolledAndCut(int at, int activity) {
        int kiosk = one(activity);
        int cut = at + 60 + chance.nextInt(120);
        happens(at, Kind.KIOSK_NEW, kiosk, 0);
        step(cut - 5, Kind.TAP, kiosk, somebody(activity), activity);
        happens(cut, Kind.KIOSK_POWER_CUT, kiosk, 0);
        happens(cut + 10, Kind.KIOSK_ON, kiosk, 0);
        step(cut + 60, Kind.TAP, kiosk, somebody(activity), activity);
    }

    /// A kiosk that took somebody's check-in back hears that a copy of the street holds that; its clock goes back
    /// by years and comes right; then the street goes on from an older copy, and needs it again.
    private void forgotten(int at, int activity) {
        int kiosk = one(activity);
        int other = beside(kiosk);
        int person = somebody(activity);
        int wrong = at + 300 + chance.nextInt(60);
        int later = wrong + 2 * HOUR;
        step(at, Kind.TAP, other, person, activity);
        happens(at + 60, Kind.STREET_COPIED, 0, 0);
        step(at + 150, Kind.CORRECT, kiosk, person, activity);
        happens(at + 220, Kind.CHECKED_COPY, 0, 0);
        happens(wrong, Kind.CLOCK_SET, kiosk, -YEARS);
        step(wrong + 370, Kind.TAP, kiosk, somebody(activity), activity);
        step(wrong + 430, Kind.TAP, kiosk, somebody(activity), activity);
        happens(later, Kind.CLOCK_RIGHT, kiosk, 0);
        happens(later, Kind.STREET_RESTORED, 0, 0);
    }

    /// What stands at one kiosk is taken back at another one; then a copy of the first receives people, and the first
    /// goes on in a new epoch.
    private void carried(int at, int activity) {
        int kiosk = one(activity);
        int person = somebody(activity);
        step(at, Kind.TAP, kiosk, person, activity);
        step(at + 200, Kind.CORRECT, beside(kiosk), person, activity);
        happens(at + 300, Kind.DISK_COPIED, kiosk, 0);
        happens(at + 360, Kind.CLONE_ON, kiosk, 0);
        step(at + 430, Kind.CLONE_TAP, kiosk, next(person, 1), activity);
        step(at + 440, Kind.CLONE_TAP, kiosk, next(person, 2), activity);
    }

    /// The street fails over one person, and hears of them together with others.
    private void together(int at, int activity) {
        int kiosk = one(activity);
        int person = somebody(activity);
        happens(at, Kind.LINE_DOWN, kiosk, 0);
        step(at + 10, Kind.FAILING, 0, person, activity);
        for (int i = 0; i < 3; i++) {
            step(at + 20 + 10 * i, Kind.TAP, kiosk, next(person, i), activity);
        }
        happens(at + 120, Kind.LINE_UP, kiosk, 0);
    }
}
