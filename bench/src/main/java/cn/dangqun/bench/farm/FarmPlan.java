package cn.dangqun.bench.farm;

import cn.dangqun.bench.farm.story.Story;
import java.nio.file.Path;

/// Where a farm lies and what happens on it. Two kiosks stand at a site and share its people; as many people as in the
/// story come to a kiosk in each of the two parts before it.
record FarmPlan(Path folder, Story story) {
    /// What a member id and a card can number here.
    private static final int MOST_PEOPLE = 0xFFFF;

    FarmPlan {
        if ((long) story.kiosks() * story.people() * 3 > MOST_PEOPLE) {
            throw new IllegalArgumentException("at most 65535 people in all");
        }
    }

    int kiosks() {
        return story.kiosks();
    }

    /// A kiosk's people in one part of the run.
    int people() {
        return story.people();
    }

    int sites() {
        return (kiosks() + 1) / 2;
    }
}
