package cn.dangqun.kiosk.wall;

import java.time.Duration;
import java.util.List;

/// The lines that stand on the paper together.
record WallSheet(List<WallLine> lines) {
    private static final int CHARACTERS_IN_TEN_SECONDS = 25;

    public WallSheet {
        lines = List.copyOf(lines);
    }

    /// How long it takes who reads slowly: half of what is usual among adults.
    Duration reading() {
        int characters = lines.stream().mapToInt(line -> line.text().length()).sum();
        return Duration.ofMillis(characters * 1000L * 10 / CHARACTERS_IN_TEN_SECONDS);
    }
}
