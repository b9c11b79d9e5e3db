package cn.dangqun.simulation.story;

import java.util.List;
import java.util.SplittableRandom;

/// Draws people who make appointments at a kiosk, come for them, or cancel them.
final class Bookings extends Drawing {
    private static final int AROUND = 15 * 60;
    private static final int COMES = 5 * 60;

    Bookings(SplittableRandom chance, List<Story.Planned> activities, List<Step> steps, int kiosks) {
        super(chance, activities, steps, kiosks);
    }

    /// Beside the session that begins then, with `many` activities from `first` on: one in six has some.
    void of(int begin, int first, int many) {
        int kiosk = one(first + chance.nextInt(many));
        if (chance.nextInt(6) > 0) {
            return;
        }
        int at = begin + chance.nextInt(AROUND);
        for (int i = 1 + chance.nextInt(3); i > 0; i--) {
            booked(at, kiosk);
            at += chance.nextInt(2) * chance.nextInt(COMES);
        }
        for (int i = chance.nextInt(3); i > 0; i--) {
            happens(at + 10 + chance.nextInt(COMES), Kind.ARRIVED, kiosk, 0);
        }
        if (chance.nextInt(3) == 0) {
            happens(at + 5 + chance.nextInt(COMES), Kind.BOOKING_CANCELLED, kiosk, 0);
            booked(at + COMES + chance.nextInt(COMES), kiosk);
        }
    }

    /// Now and then the power goes meanwhile.
    private void booked(int at, int kiosk) {
        if (chance.nextInt(16) == 0) {
            happens(at, Kind.KIOSK_CUT_WRITING, kiosk, 1 + chance.nextInt(3));
            happens(at + 60 + chance.nextInt(120), Kind.KIOSK_ON, kiosk, 0);
        }
        happens(at, Kind.BOOKED, kiosk, chance.nextInt(3) == 0 ? 2 : 1);
    }
}
