package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.wall.WallPicture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What stands on the paper together: lines, or a picture with the lines that say what is to be seen, which
/// stand in its place until its file is `here`.
record WallSheet(List<WallLine> lines, Optional<WallPicture> picture, boolean here) {
    private static final int CHARACTERS_IN_TEN_SECONDS = 25;

    private static final Duration LOOKING = Duration.ofSeconds(20);

    public WallSheet {
        lines = List.copyOf(lines);
    }

    /// Lines alone.
    WallSheet(List<WallLine> lines) {
        this(lines, Optional.empty(), false);
    }

    /// The picture that is shown.
    Optional<WallPicture> shown() {
        return picture.filter(_ -> here);
    }

    /// How long it takes who reads slowly: half of what is usual among adults.
    Duration reading() {
        int characters = lines.stream().mapToInt(line -> line.text().length()).sum();
        var reading = Duration.ofMillis(characters * 1000L * 10 / CHARACTERS_IN_TEN_SECONDS);
        return picture.isPresent() ? reading.plus(LOOKING) : reading;
    }
}
