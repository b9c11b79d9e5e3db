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
    private static final long ACTS = 0x61637473;
    private static final long MORE = 0x6d6f7265;
    private static final long LOSSES = 0x6c6f7373;
    private static final long AGENDAS = 0x6d656574;
    private static final long ENTRIES = 0x656e7472;
    private static final long LATECOMERS = 0x6c617465;
    private static final long BOOKINGS = 0x626f6f6b;
    private static final long WISHES = 0x77697368;

    private final SplittableRandom chance;
    private final SplittableRandom more;
    private final Besides besides;
    private final Losses losses;
    private final Agendas agendas;
    private final Entries entries;
    private final Latecomers latecomers;
    private final Bookings bookings;
    private final Wishes wishes;
    private final List<Story.Planned> activities = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final int kiosks;
    private final int days;

    private Draw(long seed) {
        this.seed = seed;
        this.chance = new SplittableRandom(seed);
        this.more = new SplittableRandom(seed ^ MORE);
        this.kiosks = 2 + chance.nextInt(Ground.KIOSKS - 1);
        this.days = 3 + chance.nextInt(4);
        this.besides = new Besides(more, new SplittableRandom(seed ^ ACTS), activities, steps, kiosks);
        this.losses = new Losses(new SplittableRandom(seed ^ LOSSES), activities, steps, kiosks);
        this.agendas = new Agendas(new SplittableRandom(seed ^ AGENDAS), activities, steps, kiosks);
        this.entries = new Entries(new SplittableRandom(seed ^ ENTRIES), activities, steps, kiosks);
        this.latecomers = new Latecomers(new SplittableRandom(seed ^ LATECOMERS), activities, steps, kiosks);
        this.bookings = new Bookings(new SplittableRandom(seed ^ BOOKINGS), activities, steps, kiosks);
        this.wishes = new Wishes(new SplittableRandom(seed ^ WISHES), activities, steps, kiosks);
    }

    public static Story story(long seed) {
        return new Draw(seed).story();
    }

    private Story story() {
        for (int day = 0; day < days; day++) {
            boolean eventful = day == 0 || chance.nextInt(8) == 0;
            if (eventful) {
                session(day, HOURS[0]);
                if (chance.nextInt(3) == 0) {
                    session(day, HOURS[1]);
                }
            } else {
                ordinary(day);
            }
            boolean quiet = day == days - 1 || (eventful && chance.nextInt(3) > 0);
            steps.add(new Step(day * DAY + EVENING, quiet ? Kind.QUIET : Kind.NIGHT, 0, 0, 0, 0));
        }
        steps.sort(Comparator.comparingInt(Step::second));
        return new Story(seed, days, kiosks, activities, steps);
    }

    /// A day on which nothing new goes wrong: people come to one activity, and go home.
    private void ordinary(int day) {
        int activity = activities.size();
        activities.add(new Story.Planned(
                day, HOURS[chance.nextInt(2)], chance.nextInt(kiosks > 2 ? Ground.BRANCHES : 2), false, false));
        int begin = day * DAY + activities.getLast().hour() * HOUR - MINUTES_BEFORE;
        for (int i = 1 + chance.nextInt(4); i > 0; i--) {
            comes(begin, activity);
        }
        besides.centre(begin, activity);
        agendas.of(begin, activity, 1);
        bookings.of(begin, activity, 1);
        wishes.of(begin, activity, 1);
    }

    /// One or two activities at one hour, the people who come, and what goes wrong meanwhile.
    private void session(int day, int hour) {
        int first = activities.size();
        int many = 1 + chance.nextInt(2);
        for (int i = 0; i < many; i++) {
            activities.add(new Story.Planned(
                    day,
                    hour,
                    chance.nextInt(kiosks > 2 ? Ground.BRANCHES : 2),
                    chance.nextInt(3) == 0,
                    more.nextInt(5) == 0));
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
        besides.of(begin, first, many);
        losses.of(begin, first, many);
        agendas.of(begin, first, many);
        entries.of(begin, first, many);
        latecomers.of(begin, first, many);
        bookings.of(begin, first, many);
        wishes.of(begin, first, many);
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
            case 0 -> {
                step(at + 4, Kind.UNDO, kiosk, person, activity);
                step(at + 30 + chance.nextInt(200), Kind.TAP, kiosk, person, activity);
            }
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
