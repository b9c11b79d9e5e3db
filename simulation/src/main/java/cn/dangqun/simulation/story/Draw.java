package cn.dangqun.simulation.story;

import cn.dangqun.protocol.ProtocolVersion;
import cn.dangqun.simulation.machine.Ground;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// Draws a story from its seed. For one thread.
public final class Draw {
    private static final int DAY = 86_400;
    private static final int HOUR = 3_600;
    private static final int[] HOURS = {9, 14};
    private static final int EVENING = 17 * HOUR;
    private static final int MINUTES_BEFORE = 12 * 60;
    private static final int AROUND = 20 * 60;

    private final long seed;
    private static final long MORE = 0x6d6f7265;

    private final SplittableRandom chance;
    private final SplittableRandom more;
    private final List<Story.Planned> activities = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final int kiosks;
    private final int days;

    private Draw(long seed) {
        this.seed = seed;
        this.chance = new SplittableRandom(seed);
        this.more = new SplittableRandom(seed ^ MORE);
        this.kiosks = 2 + chance.nextInt(Ground.KIOSKS - 1);
        this.days = chance.nextInt(4) == 0 ? 2 : 1;
    }

    public static Story story(long seed) {
        return new Draw(seed).story();
    }

    private Story story() {
        for (int day = 0; day < days; day++) {
            for (int hour : HOURS) {
                if (hour == HOURS[0] || chance.nextInt(3) == 0) {
                    session(day, hour);
                }
            }
            steps.add(new Step(day * DAY + EVENING, Kind.QUIET, 0, 0, 0, 0));
        }
        steps.sort(Comparator.comparingInt(Step::second));
        return new Story(seed, days, kiosks, activities, steps);
    }

    /// One or two activities at one hour, the people who come, and what goes wrong meanwhile.
    private void session(int day, int hour) {
        int first = activities.size();
        int many = 1 + chance.nextInt(2);
        for (int i = 0; i < many; i++) {
            activities.add(new Story.Planned(
                    day, hour, chance.nextInt(kiosks > 2 ? Ground.BRANCHES : 2), chance.nextInt(3) == 0));
        }
        int begin = day * DAY + hour * HOUR - MINUTES_BEFORE;
        int people = 3 + chance.nextInt(7);
        for (int i = 0; i < people; i++) {
            comes(begin, first + chance.nextInt(many));
        }
        int troubles = 1 + chance.nextInt(5);
        for (int i = 0; i < troubles; i++) {
            trouble(begin + chance.nextInt(AROUND), first + chance.nextInt(many));
        }
        setAside(begin, first + more.nextInt(many));
        guests(begin, first + more.nextInt(many));
        if (more.nextInt(5) == 0) {
            street(begin, first + more.nextInt(many));
        }
    }

    /// People whose cards nobody knows; some hold theirs to two kiosks, some go again.
    private void guests(int begin, int activity) {
        int many = more.nextInt(3) - 1;
        for (int i = 0; i < many; i++) {
            int guest = Ground.PEOPLE + more.nextInt(Ground.GUESTS);
            int at = begin + more.nextInt(AROUND);
            int kiosk = one(activity);
            step(at, Kind.GUEST, kiosk, guest, activity);
            switch (more.nextInt(6)) {
                case 0 -> step(at + 4, Kind.UNDO, kiosk, guest, activity);
                case 1, 2 -> step(at + more.nextInt(200), Kind.GUEST, one(activity), guest, activity);
                default -> {}
            }
        }
    }

    /// What the street decides about an activity, before it and after.
    private void street(int begin, int activity) {
        int after = begin + MINUTES_BEFORE + HOUR + 60;
        switch (more.nextInt(3)) {
            case 0 ->
                steps.add(new Step(
                        begin + more.nextInt(AROUND), Kind.RESCHEDULED, 0, 0, activity, 15 * (1 + more.nextInt(4))));
            case 1 -> step(after, Kind.RETURNED, 0, 0, activity);
            default -> step(after, Kind.REVIEWED, 0, 0, activity);
        }
    }

    private int one(int activity) {
        int first = Math.min(activities.get(activity).branch() / 2 * 2, kiosks - 1);
        return Math.min(first + more.nextInt(2), kiosks - 1);
    }

    /// What the street can make nothing of, and people behind it.
    private void setAside(int begin, int activity) {
        int at = begin + more.nextInt(AROUND);
        int branch = activities.get(activity).branch();
        int kiosk = one(activity);
        int person = more.nextInt(Ground.PEOPLE / Ground.BRANCHES) * Ground.BRANCHES + branch;
        switch (more.nextInt(10)) {
            case 0 -> happens(at, more.nextBoolean() ? Kind.POISON : Kind.GARBLED, kiosk, 0);
            case 1 -> step(at, Kind.FAILING, kiosk, person, activity);
            default -> {
                return;
            }
        }
        step(at + 20, Kind.TAP, kiosk, person, activity);
        step(at + 20 + more.nextInt(100), Kind.TAP, kiosk, (person + Ground.BRANCHES) % Ground.PEOPLE, activity);
    }

    private void comes(int begin, int activity) {
        var planned = activities.get(activity);
        int branch = chance.nextInt(8) == 0
                ? chance.nextInt(Ground.BRANCHES)
                : planned.joint() && chance.nextBoolean() ? planned.branch() ^ 1 : planned.branch();
        int person = chance.nextInt(Ground.PEOPLE / Ground.BRANCHES) * Ground.BRANCHES + branch;
        int at = begin + chance.nextInt(AROUND);
        int kiosk = kioskFor(planned.branch());
        step(at, Kind.TAP, kiosk, person, activity);
        if (chance.nextInt(5) == 0) {
            step(at + chance.nextInt(240), Kind.TAP, kioskFor(planned.branch()), person, activity);
        }
        switch (chance.nextInt(24)) {
            case 0 -> step(at + 4, Kind.UNDO, kiosk, person, activity);
            case 1 -> step(at + chance.nextInt(300), Kind.CORRECT, kioskFor(planned.branch()), person, activity);
            case 2 -> step(at + chance.nextInt(300), Kind.REGISTER, kioskFor(planned.branch()), person, activity);
            case 3 -> step(at + chance.nextInt(300), Kind.AFTERWARDS, kioskFor(planned.branch()), person, activity);
            case 4 -> step(at - chance.nextInt(300), Kind.LEAVE, kioskFor(planned.branch()), person, activity);
            default -> {}
        }
    }

    /// Somebody of the branch that holds it.
    private int own(int activity) {
        return chance.nextInt(Ground.PEOPLE / Ground.BRANCHES) * Ground.BRANCHES
                + activities.get(activity).branch();
    }

    /// A kiosk of the branch's centre, as far as there are such.
    private int kioskFor(int branch) {
        int centre = branch / 2;
        int first = Math.min(centre * 2, kiosks - 1);
        return Math.min(first + chance.nextInt(2), kiosks - 1);
    }

    private void step(int second, Kind kind, int kiosk, int person, int activity) {
        steps.add(new Step(second, kind, kiosk, person, activity, 0));
    }

    private void happens(int second, Kind kind, int kiosk, int number) {
        steps.add(new Step(second, kind, kiosk, 0, 0, number));
    }

    private void trouble(int at, int activity) {
        int kiosk = kioskFor(activities.get(activity).branch());
        int later = at + 5 + chance.nextInt(400);
        int person = chance.nextInt(Ground.PEOPLE);
        switch (chance.nextInt(23)) {
            case 0, 1, 2 -> happens(at, Kind.LINE_CUT, kiosk, (1 + chance.nextInt(3000)) * 8 + chance.nextInt(8));
            case 3 -> {
                happens(at, Kind.LINE_DOWN, kiosk, 0);
                happens(later, Kind.LINE_UP, kiosk, 0);
            }
            case 4 -> happens(at, Kind.KIOSK_RESTARTED, kiosk, 0);
            case 5 -> {
                happens(at, Kind.KIOSK_POWER_CUT, kiosk, 0);
                happens(later, Kind.KIOSK_ON, kiosk, 0);
            }
            case 6, 7 -> {
                happens(at, Kind.KIOSK_CUT_WRITING, kiosk, 1 + chance.nextInt(4));
                step(at + 1, Kind.TAP, kiosk, own(activity), activity);
                step(at + 2, Kind.TAP, kiosk, own(activity), activity);
                happens(later, Kind.KIOSK_ON, kiosk, 0);
            }
            case 8 -> {
                happens(at, Kind.STREET_POWER_CUT, 0, 0);
                happens(later, Kind.STREET_ON, 0, 0);
            }
            case 9, 10 -> {
                happens(at, Kind.STREET_CUT_WRITING, 0, 1 + chance.nextInt(8));
                step(at + 1, Kind.TAP, kiosk, own(activity), activity);
                happens(later, Kind.STREET_ON, 0, 0);
            }
            case 11 -> happens(at, Kind.STREET_RESTARTED, 0, 0);
            case 12 -> {
                happens(at, Kind.CLOCK_SET, kiosk, minutes());
                step(at + 1 + chance.nextInt(200), Kind.TAP, kiosk, own(activity), activity);
                happens(later, Kind.CLOCK_RIGHT, kiosk, 0);
            }
            case 13 -> {
                happens(at, Kind.DISK_COPIED, kiosk, 0);
                happens(later, Kind.DISK_RESTORED, kiosk, 0);
                step(later + 60 + chance.nextInt(200), Kind.TAP, kiosk, own(activity), activity);
            }
            case 14 -> clone(at, later, kiosk, activity);
            case 15 -> {
                happens(at, Kind.STREET_COPIED, 0, 0);
                happens(later, Kind.STREET_RESTORED, 0, 0);
            }
            case 16 -> happens(at, Kind.CHECKED_COPY, 0, 0);
            case 17 -> steps.add(new Step(at, Kind.MOVED, 0, person, 0, chance.nextInt(Ground.BRANCHES)));
            case 18 -> step(at, chance.nextBoolean() ? Kind.CARD_CHANGED : Kind.LEFT, 0, person, 0);
            case 19 -> step(at, chance.nextBoolean() ? Kind.CANCELLED : Kind.MONTH_LOCKED, 0, 0, activity);
            case 20 -> forgottenCopy(at, later, kiosk);
            case 21 -> {
                happens(at, Kind.DISK_FULL, kiosk, 0);
                happens(later, Kind.DISK_FREE, kiosk, 0);
            }
            default ->
                happens(
                        at,
                        Kind.OLDER_PROGRAM,
                        kiosk,
                        ProtocolVersion.NEWEST - 1 - chance.nextInt(ProtocolVersion.NEWEST - ProtocolVersion.OLDEST));
        }
    }

    private void clone(int at, int later, int kiosk, int activity) {
        happens(at, Kind.DISK_COPIED, kiosk, 0);
        happens(later, Kind.CLONE_ON, kiosk, 0);
        step(later + 60 + chance.nextInt(200), Kind.TAP, kiosk, own(activity), activity);
        for (int i = 0; i < 2; i++) {
            step(later + 20 + chance.nextInt(120), Kind.CLONE_TAP, kiosk, own(activity), activity);
        }
    }

    /// The street tells the kiosks that a copy holds what they have, and is then put back to before that copy.
    private void forgottenCopy(int at, int later, int kiosk) {
        happens(at, Kind.STREET_COPIED, 0, 0);
        happens(later, Kind.CHECKED_COPY, 0, 0);
        happens(later + 100, Kind.CLOCK_SET, kiosk, minutes());
        happens(later + 2 * HOUR, Kind.CLOCK_RIGHT, kiosk, 0);
        happens(later + 2 * HOUR, Kind.STREET_RESTORED, 0, 0);
    }

    private int minutes() {
        int[] some = {-3, 3, -45, 45, -600, 600, -60 * 24 * 3, 60 * 24 * 3, -60 * 24 * 365 * 20, 60 * 24 * 365 * 20};
        return some[chance.nextInt(some.length)];
    }
}
