package cn.dangqun.simulation.story;

import cn.dangqun.simulation.machine.Ground;
import java.util.List;
import java.util.SplittableRandom;

/// What comes beside the troubles of a session, drawn from a chance of its own: guests, records that nobody can read,
/// new machines, and what the street and its branches do afterwards. For one thread.
final class Besides extends Drawing {
    private static final int HOUR = 3_600;
    private static final int MINUTES_BEFORE = 12 * 60;
    private static final int AROUND = 20 * 60;

    private final SplittableRandom acts;

    /// `acts` draws what came last, so that it comes beside all else.
    Besides(
            SplittableRandom chance,
            SplittableRandom acts,
            List<Story.Planned> activities,
            List<Step> steps,
            int kiosks) {
        super(chance, activities, steps, kiosks);
        this.acts = acts;
    }

    /// Of the session that begins then, with `many` activities from `first` on.
    void of(int begin, int first, int many) {
        setAside(begin, first + chance.nextInt(many));
        guests(begin, first + chance.nextInt(many));
        if (chance.nextInt(5) == 0) {
            street(begin, first + chance.nextInt(many));
        }
        machines(begin, first + chance.nextInt(many));
        inbox(begin, first + chance.nextInt(many));
        centre(begin, first + acts.nextInt(many));
    }

    /// A session is opened and closed, and people take numbers and are called.
    void centre(int begin, int activity) {
        int kiosk = one(activity, acts);
        if (acts.nextInt(4) == 0) {
            step(begin + acts.nextInt(AROUND), Kind.OPENED, kiosk, 0, activity);
        }
        if (acts.nextInt(3) == 0) {
            step(begin + MINUTES_BEFORE + HOUR + acts.nextInt(120), Kind.CLOSED, kiosk, 0, activity);
        }
        for (int i = acts.nextInt(6) - 2; i > 0; i--) {
            int at = begin + acts.nextInt(AROUND);
            happens(at, Kind.TICKET, kiosk, 0);
            happens(at + 10 + acts.nextInt(120), Kind.NEXT, kiosk, 0);
        }
    }

    /// People whose cards nobody knows; some hold theirs to two kiosks, some go again.
    private void guests(int begin, int activity) {
        int many = chance.nextInt(3) - 1;
        for (int i = 0; i < many; i++) {
            int guest = Ground.PEOPLE + chance.nextInt(Ground.GUESTS);
            int at = begin + chance.nextInt(AROUND);
            int kiosk = one(activity);
            step(at, Kind.GUEST, kiosk, guest, activity);
            switch (chance.nextInt(6)) {
                case 0 -> step(at + 4, Kind.UNDO, kiosk, guest, activity);
                case 1, 2 -> step(at + chance.nextInt(200), Kind.GUEST, one(activity), guest, activity);
                default -> {}
            }
        }
    }

    /// A machine that is new, and power that goes while small files are written.
    private void machines(int begin, int activity) {
        int kiosk = one(activity);
        int at = begin + chance.nextInt(AROUND / 2);
        switch (chance.nextInt(10)) {
            case 0, 1 -> {
                happens(at, Kind.KIOSK_NEW, kiosk, 0);
                if (chance.nextBoolean()) {
                    happens(at + 1, Kind.KIOSK_CUT_KEEPING, kiosk, 1 + chance.nextInt(40));
                }
                int cut = at + 30 + chance.nextInt(300);
                if (chance.nextInt(3) > 0) {
                    happens(cut, Kind.KIOSK_POWER_CUT, kiosk, 0);
                    happens(cut + 10, Kind.KIOSK_ON, kiosk, 0);
                }
                step(cut + 60 + chance.nextInt(120), Kind.TAP, kiosk, somebody(activity), activity);
                happens(cut + 300, Kind.KIOSK_ON, kiosk, 0);
            }
            case 2 -> takenBackAndCarried(at, activity);
            case 3 -> {
                happens(at, Kind.KIOSK_CUT_KEEPING, kiosk, 1 + chance.nextInt(12));
                step(at + 1, Kind.TAP, kiosk, somebody(activity), activity);
                happens(at + 60 + chance.nextInt(200), Kind.KIOSK_ON, kiosk, 0);
            }
            default -> {}
        }
    }

    /// What is looked at after an activity: entered afterwards, decided, given back, answered, locked and opened again.
    private void inbox(int begin, int activity) {
        int after = begin + MINUTES_BEFORE + HOUR + 120;
        for (int i = chance.nextInt(5) - 2; i > 0; i--) {
            step(after + chance.nextInt(60), Kind.ASKED_AFTERWARDS, one(activity), somebody(activity), activity);
        }
        for (int i = chance.nextInt(7) - 3; i > 0; i--) {
            happens(after + 90 + chance.nextInt(300), Kind.DECIDED, 0, chance.nextInt(1 << 16));
            happens(after + 400 + chance.nextInt(300), Kind.ANSWERED, one(activity), 0);
        }
        if (chance.nextInt(6) == 0) {
            step(after + 800, Kind.MONTH_LOCKED, 0, 0, activity);
            step(after + 900 + chance.nextInt(100), Kind.ASKED_AFTERWARDS, one(activity), somebody(activity), activity);
            happens(after + 1010, Kind.DECIDED, 0, chance.nextInt(1 << 16));
            if (chance.nextBoolean()) {
                step(after + 1100, Kind.MONTH_OPENED, 0, 0, activity);
            }
            if (chance.nextInt(3) == 0) {
                step(after + 1200, Kind.MONTH_LOCKED, 0, 0, activity);
            }
        }
    }

    /// What stands at one kiosk is taken back at another one, and then the first goes on in a new epoch.
    private void takenBackAndCarried(int at, int activity) {
        int kiosk = one(activity);
        int person = somebody(activity);
        int later = at + 260 + chance.nextInt(120);
        step(at, Kind.TAP, kiosk, person, activity);
        step(at + 120 + chance.nextInt(120), Kind.CORRECT, one(activity), person, activity);
        happens(later, Kind.DISK_COPIED, kiosk, 0);
        happens(later + 60, Kind.CLONE_ON, kiosk, 0);
        step(later + 130, Kind.CLONE_TAP, kiosk, somebody(activity), activity);
    }

    /// What the street decides about an activity, before it and after.
    private void street(int begin, int activity) {
        int after = begin + MINUTES_BEFORE + HOUR + 60;
        switch (chance.nextInt(3)) {
            case 0 ->
                numbered(begin + chance.nextInt(AROUND), Kind.RESCHEDULED, 0, activity, 15 * (1 + chance.nextInt(4)));
            case 1 -> step(after, Kind.RETURNED, 0, 0, activity);
            default -> step(after, Kind.REVIEWED, 0, 0, activity);
        }
    }

    /// What the street can make nothing of, and people behind it.
    private void setAside(int begin, int activity) {
        int at = begin + chance.nextInt(AROUND);
        int kiosk = one(activity);
        int person = somebody(activity);
        switch (chance.nextInt(10)) {
            case 0 -> happens(at, chance.nextBoolean() ? Kind.POISON : Kind.GARBLED, kiosk, 0);
            case 1 -> step(at, Kind.FAILING, kiosk, person, activity);
            default -> {
                return;
            }
        }
        step(at + 20, Kind.TAP, kiosk, person, activity);
        step(at + 20 + chance.nextInt(100), Kind.TAP, kiosk, next(person, 1), activity);
    }
}
