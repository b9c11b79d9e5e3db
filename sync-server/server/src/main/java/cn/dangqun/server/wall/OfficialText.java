package cn.dangqun.server.wall;

import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.wall.TextDifference;
import cn.dangqun.domain.wall.WallVersion;
import java.util.Optional;

/// What somebody typed beside the official text that came with the program.
final class OfficialText {
    private OfficialText() {}

    /// Empty where the frame is not official, or no text came with the program.
    static Optional<TextDifference> difference(WallLibrary library, WallVersion version) {
        return Optional.of(version.slot())
                .filter(slot -> slot.official())
                .flatMap(slot -> library.textFor(slot.id()))
                .map(pack -> TextDifference.between(pack.text(), version.draft().text()));
    }
}
