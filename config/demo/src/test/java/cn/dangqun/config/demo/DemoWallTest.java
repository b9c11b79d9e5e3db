package cn.dangqun.config.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallVersion;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoWallTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    private final DemoStreet street = new DemoStreet();

    @Test
    void hangsOnlyWhatMightHaveBeenPublishedOnItsFirstDay() {
        for (var piece : street.wall(TODAY)) {
            var version =
                    WallVersion.begin(new WallPieceId("demo"), piece.slot(), piece.place(), 1, piece.draft(), "writer");

            assertEquals(
                    Optional.empty(), version.unfit(piece.draft().validity().from()), piece::toString);
        }
    }

    @Test
    void saysOfEverythingMadeUpThatItIs() {
        var official = Set.of("oath", "rights", "structure");

        assertTrue(street.wall(TODAY).stream()
                .filter(piece -> !official.contains(piece.slot().id().value()))
                .allMatch(piece -> piece.draft().text().body().contains("示例文本")));
    }

    @Test
    void leavesSomethingExpiredAndSomethingMissing() {
        var wall = street.wall(TODAY);

        assertEquals(
                1,
                wall.stream()
                        .filter(piece -> piece.draft().validity().hasEndedBy(TODAY))
                        .count());
        var slots = wall.stream().map(piece -> piece.slot().id().value()).collect(Collectors.toSet());
        assertTrue(!slots.contains("duties") && !slots.contains("discipline"));
    }
}
