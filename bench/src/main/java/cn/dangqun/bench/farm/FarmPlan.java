package cn.dangqun.bench.farm;

import java.nio.file.Path;
import java.time.Duration;

/// How large a farm is and how long it has bad weather. Two kiosks stand at a site and share its people; `people` is
/// the number a kiosk serves in each of the three parts of a run.
record FarmPlan(Path folder, int kiosks, int people, Duration weather, long seed) {
    /// What a member id and a card can number here.
    private static final int MOST_PEOPLE = 0xFFFF;

    FarmPlan {
        if (kiosks < 2 || people < 2 || (long) kiosks * people * 3 > MOST_PEOPLE || weather.isNegative()) {
            throw new IllegalArgumentException("at least 2 kiosks and 2 people, at most 65535 people in all");
        }
    }

    int sites() {
        return (kiosks + 1) / 2;
    }
}
