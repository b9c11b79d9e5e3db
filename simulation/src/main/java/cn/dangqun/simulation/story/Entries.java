package cn.dangqun.simulation.story;

import cn.dangqun.simulation.machine.Ground;
import java.util.List;
import java.util.SplittableRandom;

/// Draws what staff enter of a roll and a meeting beside who comes to a kiosk: each of it seldom.
final class Entries extends Drawing {
    private static final int OPENS = 12 * 60;
    private static final int AROUND = 20 * 60;
    private static final int HOUR = 3_600;
    private static final int MOST = 40;
    /// Items of the other agenda have smaller numbers.
    private static final int FIRST = 5;

    Entries(SplittableRandom chance, List<Story.Planned> activities, List<Step> steps, int kiosks) {
        super(chance, activities, steps, kiosks);
    }

    /// Of the session that begins then, with `many` activities from `first` on.
    void of(int begin, int first, int many) {
        int activity = first + chance.nextInt(many);
        if (chance.nextInt(6) == 0) {
            heads(begin, activity);
        }
        if (chance.nextInt(6) == 0) {
            reasons(begin, activity);
        }
        if (chance.nextInt(7) == 0) {
            approved(begin, activity);
        }
        if (chance.nextInt(6) == 0) {
            paper(begin, activity);
        }
        if (chance.nextInt(6) == 0) {
            room(begin, activity);
        }
        if (chance.nextInt(5) == 0) {
            visitors(begin, activity);
        }
    }

    /// Counted once or again, at the same kiosk or at the other one.
    private void heads(int begin, int activity) {
        int at = begin + OPENS;
        for (int i = 1 + chance.nextInt(3); i > 0; i--) {
            at += 40 + chance.nextInt(AROUND / 2);
            numbered(at, Kind.HEADS, one(activity), activity, 1 + chance.nextInt(MOST));
        }
    }

    /// Of somebody who may come all the same, or of whom it is taken back.
    private void reasons(int begin, int activity) {
        for (int i = 1 + chance.nextInt(2); i > 0; i--) {
            int person = somebody(activity);
            int at = begin + OPENS + chance.nextInt(AROUND);
            step(at, Kind.EXPLAINED, one(activity), person, activity);
            switch (chance.nextInt(4)) {
                case 0 -> step(at + 60 + chance.nextInt(200), Kind.CORRECT, one(activity), person, activity);
                case 1 -> step(at + 60 + chance.nextInt(200), Kind.TAP, one(activity), person, activity);
                default -> {}
            }
        }
    }

    /// Entered by staff after the end, approved where it was entered, or where nobody knows of it.
    private void approved(int begin, int activity) {
        int at = begin + OPENS + HOUR + chance.nextInt(10 * 60);
        int person = somebody(activity);
        int kiosk = one(activity);
        step(at, Kind.ASKED_AFTERWARDS, kiosk, person, activity);
        int where = chance.nextInt(5) == 0 ? beside(kiosk) : kiosk;
        step(at + 30 + chance.nextInt(200), Kind.APPROVED, where, person, activity);
    }

    /// Some of those who stand on it have come to a kiosk too.
    private void paper(int begin, int activity) {
        int kiosk = one(activity);
        int at = begin + OPENS + chance.nextInt(HOUR);
        int person = somebody(activity);
        for (int i = 1 + chance.nextInt(3); i > 0; i--) {
            step(at, Kind.PAPER, chance.nextInt(4) == 0 ? beside(kiosk) : kiosk, person, activity);
            if (chance.nextInt(3) == 0) {
                step(begin + chance.nextInt(AROUND), Kind.TAP, one(activity), person, activity);
            }
            at += 20 + chance.nextInt(60);
            person = next(person, 1 + chance.nextInt(3));
        }
    }

    /// So many come that there is a quorum; some of them leave the room and come back; they vote on paper.
    private void room(int begin, int activity) {
        int kiosk = one(activity);
        int person = somebody(activity);
        for (int i = 0; i < Ground.PEOPLE / Ground.BRANCHES; i++) {
            if (chance.nextInt(8) > 0) {
                step(begin + chance.nextInt(OPENS), Kind.TAP, kiosk, next(person, i), activity);
            }
        }
        int at = begin + OPENS + 1 + chance.nextInt(60);
        int item = FIRST + chance.nextInt(2);
        boolean isAdmission = chance.nextInt(3) == 0;
        for (int i = chance.nextInt(3); i > 0; i--) {
            step(at, Kind.STEPPED_OUT, kiosk, person, activity);
            if (chance.nextInt(3) == 0) {
                step(at + 20 + chance.nextInt(200), Kind.CAME_BACK, kiosk, person, activity);
            }
            person = next(person, 1);
            at += 10 + chance.nextInt(30);
        }
        at += 20 + chance.nextInt(60);
        numbered(at, isAdmission ? Kind.ADMISSION_SET : Kind.ITEM_SET, kiosk, activity, item);
        if (chance.nextInt(4) == 0) {
            numbered(at + 20, Kind.DECLARED, kiosk, activity, 0);
            numbered(at + 21, Kind.VOTED_TOO_OFTEN, kiosk, activity, item);
        }
        numbered(at + 40, Kind.DECLARED, kiosk, activity, 0);
        numbered(at + 41, isAdmission ? Kind.WRITTEN_VOTE : Kind.VOTED_ON_PAPER, kiosk, activity, item);
        if (chance.nextInt(5) == 0) {
            numbered(at + 100, Kind.ESCALATED, kiosk, activity, item);
        }
    }

    /// Guests of whom somebody finds later who they were; some come twice, some have come with their own card too.
    private void visitors(int begin, int activity) {
        int guest = Ground.PEOPLE + chance.nextInt(Ground.GUESTS);
        int person = somebody(activity);
        int at = begin + chance.nextInt(AROUND);
        int later = begin + OPENS + HOUR + 60 + chance.nextInt(600);
        step(at, Kind.VISITOR, one(activity), guest, activity);
        switch (chance.nextInt(4)) {
            case 0 -> step(at + 30 + chance.nextInt(200), Kind.VISITOR, one(activity), guest, activity);
            case 1 -> step(begin + chance.nextInt(AROUND), Kind.TAP, one(activity), person, activity);
            default -> {}
        }
        step(later, Kind.MATCHED, 0, person, activity);
    }
}
