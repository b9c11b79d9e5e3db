package cn.dangqun.simulation.story;

import java.util.List;
import java.util.SplittableRandom;

/// Draws people who ask for something at a kiosk, and staff who see to it there or at the other kiosk of the centre.
final class Wishes extends Drawing {
    private static final int AROUND = 15 * 60;
    private static final int MINUTE = 60;

    Wishes(SplittableRandom chance, List<Story.Planned> activities, List<Step> steps, int kiosks) {
        super(chance, activities, steps, kiosks);
    }

    /// Beside the session that begins then, with `many` activities from `first` on: one in seven has some.
    void of(int begin, int first, int many) {
        int kiosk = one(first + chance.nextInt(many));
        if (chance.nextInt(7) > 0) {
            return;
        }
        int at = begin + chance.nextInt(AROUND);
        if (chance.nextInt(12) == 0) {
            happens(at, Kind.KIOSK_CUT_WRITING, kiosk, 1 + chance.nextInt(3));
            happens(at + 2 * MINUTE, Kind.KIOSK_ON, kiosk, 0);
        }
        for (int i = 1 + chance.nextInt(2); i > 0; i--) {
            happens(at, Kind.FILED, kiosk, 0);
            at += chance.nextInt(3 * MINUTE);
        }
        int steps = chance.nextInt(4);
        for (int i = 0; i < steps; i++) {
            at += 10 + chance.nextInt(5 * MINUTE);
            happens(at, deed(), chance.nextInt(4) == 0 ? beside(kiosk) : kiosk, 0);
        }
        if (chance.nextBoolean()) {
            at += 10 + chance.nextInt(5 * MINUTE);
            happens(at, Kind.SETTLED, kiosk, 0);
            for (int i = chance.nextInt(3); i > 0; i--) {
                at += chance.nextInt(2 * MINUTE);
                happens(at, Kind.RATED, chance.nextInt(3) == 0 ? beside(kiosk) : kiosk, 1 + chance.nextInt(5));
            }
        }
    }

    private Kind deed() {
        return switch (chance.nextInt(5)) {
            case 0, 1 -> Kind.HANDED_OVER;
            case 2, 3 -> Kind.TAKEN_UP;
            default -> Kind.SETTLED;
        };
    }
}
