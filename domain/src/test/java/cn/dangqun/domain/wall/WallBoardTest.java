package cn.dangqun.domain.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.wall.WallBoard.Hanging;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class WallBoardTest {
    private static final WallCatalogue CATALOGUE = new WallCatalogue(List.of(Walls.ROOM, Walls.INTERNAL, Walls.OATH));
    private static final Hanging LAST_RESORT =
            new Hanging(Walls.OATH, Walls.piece("built-in", Walls.OATH, 1, Validity.from(LocalDate.EPOCH)));
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    private static WallBoard board(List<WallPiece> pieces, LocalDate day) {
        return WallBoard.on(day, CATALOGUE, pieces, LAST_RESORT);
    }

    @Tag("property")
    @Property(tries = 1000)
    void isNeverBlankAndShowsOnlyWhatIsValidThatDay(
            @ForAll("pieces") List<WallPiece> pieces, @ForAll("days") LocalDate day) {
        var hanging = board(pieces, day).hanging();

        assertFalse(hanging.isEmpty());
        assertTrue(hanging.stream().allMatch(each -> each.piece().validity().contains(day)));
        var frames = new HashSet<>(hanging.stream().map(Hanging::slot).toList());
        assertEquals(frames.size(), hanging.size());
        assertTrue(frames.contains(Walls.OATH));
    }

    @Tag("property")
    @Property(tries = 500)
    void doesNotDependOnTheOrderInWhichPiecesArrive(
            @ForAll("pieces") List<WallPiece> pieces, @ForAll("days") LocalDate day, @ForAll Random random) {
        var shuffled = new ArrayList<>(pieces);
        Collections.shuffle(shuffled, random);

        assertEquals(board(pieces, day), board(shuffled, day));
    }

    @Tag("property")
    @Property(tries = 500)
    void losesNothingButWhatIsTakenDown(@ForAll("pieces") List<WallPiece> pieces, @ForAll("days") LocalDate day) {
        for (var taken : pieces) {
            var left = pieces.stream().filter(each -> !each.equals(taken)).toList();
            var still = board(left, day).hanging();

            board(pieces, day).hanging().stream()
                    .filter(each -> !each.piece().equals(taken))
                    .forEach(each -> assertTrue(still.contains(each), each + " fell with " + taken));
        }
    }

    @Tag("property")
    @Property(tries = 1000)
    void missesNothingThatIsOutlivedFromThatDayOn(
            @ForAll("pieces") List<WallPiece> pieces,
            @ForAll("days") LocalDate today,
            @ForAll("days") LocalDate later) {
        var room = pieces.stream()
                .filter(each -> each.slot().equals(Walls.ROOM.id()))
                .toList();
        var left = new ArrayList<>(room);
        left.removeAll(WallBoard.outlived(room, today, 0));

        if (!later.isBefore(today)) {
            assertEquals(WallBoard.inFrame(Walls.ROOM, room, later), WallBoard.inFrame(Walls.ROOM, left, later));
        }
    }

    @Example
    void keepsWhatStandsInUntilSomethingNewBegins() {
        var standing = Walls.piece("v-1", Walls.ROOM, 1, Validity.from(FIRST));
        var festive = Walls.piece("v-2", Walls.ROOM, 2, Walls.until("2026-11-01", "2026-12-31"));
        var coming = Walls.piece("v-3", Walls.ROOM, 3, Validity.from(LocalDate.parse("2027-01-10")));

        assertEquals(List.of(), WallBoard.outlived(List.of(standing, festive, coming), Walls.TODAY, 0));
        assertEquals(
                List.of(festive, standing),
                WallBoard.outlived(List.of(standing, festive, coming), LocalDate.parse("2027-01-10"), 0));
        assertEquals(
                List.of(), WallBoard.outlived(List.of(standing, festive, coming), LocalDate.parse("2027-01-10"), 1));
    }

    @Example
    void fallsBackToTheLastValidPieceAndThenToTheOath() {
        var standing = Walls.piece("v-1", Walls.OATH, 1, Walls.until("2026-01-01", "2026-12-31"));
        var festive = Walls.piece("v-2", Walls.OATH, 2, Walls.until("2026-07-01", "2026-07-31"));
        var pieces = List.of(standing, festive);

        assertEquals(festive, oath(pieces, "2026-07-31"));
        assertEquals(standing, oath(pieces, "2026-08-01"));
        assertEquals(LAST_RESORT.piece(), oath(pieces, "2027-01-01"));
        assertEquals(LAST_RESORT.piece(), oath(List.of(), "2026-07-01"));
    }

    @Example
    void letsACorrectionHangWhateverFirstDayItsWriterChose() {
        var hangs = published("v-1", 1, "2026-11-20", "2026-11-20");
        var correction = published("v-2", 2, "2026-11-01", "2026-11-23");

        assertEquals(
                Optional.of(correction),
                WallBoard.inFrame(Walls.ROOM, List.of(hangs, correction), LocalDate.parse("2026-11-23")));
        assertEquals(LocalDate.parse("2026-11-23"), correction.hungOn());
    }

    @Example
    void takesTheOnePublishedLaterOfTwoThatCameOnOneDay() {
        var later = Walls.piece("v-1", Walls.ROOM, 1, Validity.from(FIRST), FIRST, Walls.NOW.plusSeconds(60));
        var earlier = Walls.piece("v-2", Walls.ROOM, 2, Validity.from(FIRST), FIRST, Walls.NOW);

        assertEquals(Optional.of(later), WallBoard.inFrame(Walls.ROOM, List.of(later, earlier), FIRST));
    }

    @Example
    void saysWhyWhatWasPublishedDoesNotHang() {
        var coming = taken("v-1", 1, Validity.from(Walls.TODAY.plusDays(3)));
        var former = taken("v-2", 2, Validity.from(Walls.TODAY.minusDays(3)));
        var now = taken("v-3", 3, Validity.from(Walls.TODAY.minusDays(9)));
        var frame = List.of(coming, former, now).stream()
                .flatMap(each -> each.piece(ZoneOffset.UTC).stream())
                .toList();

        assertEquals(WallStage.SCHEDULED, WallBoard.stage(coming, frame, Walls.TODAY));
        assertEquals(WallStage.STANDBY, WallBoard.stage(former, frame, Walls.TODAY));
        assertEquals(WallStage.PUBLISHED, WallBoard.stage(now, frame, Walls.TODAY));
    }

    private static WallVersion taken(String id, int number, Validity validity) {
        var draft = Walls.draft(WallClassification.PUBLIC_RULE, Optional.empty(), validity);
        return new WallVersion(
                new WallPieceId(id),
                Walls.ROOM,
                new WallPlace.Street(),
                number,
                draft,
                Set.of("anna"),
                new WallLife.Published(Walls.by("anna"), Walls.by("bao"), Walls.by("bao")));
    }

    @Example
    void hangsTheNoticesOfAllBranchesSideBySide() {
        var fees = Walls.fees();
        var first = Walls.ofBranch("b1", "v-1", 1, "2026-01-09");
        var renewed = Walls.ofBranch("b1", "v-2", 2, "2026-07-09");
        var other = Walls.ofBranch("b2", "v-3", 1, "2026-07-10");

        var hanging = WallBoard.on(
                Walls.TODAY, new WallCatalogue(List.of(fees, Walls.OATH)), List.of(first, other, renewed), LAST_RESORT);

        assertEquals(List.of(LAST_RESORT, new Hanging(fees, renewed), new Hanging(fees, other)), hanging.hanging());
    }

    private static WallPiece published(String id, int number, String from, String on) {
        var day = LocalDate.parse(on);
        return Walls.piece(id, Walls.ROOM, number, Validity.from(LocalDate.parse(from)), day, Walls.NOW);
    }

    private static WallPiece oath(List<WallPiece> pieces, String day) {
        return board(pieces, LocalDate.parse(day)).hanging().stream()
                .filter(each -> each.slot().equals(Walls.OATH))
                .findFirst()
                .orElseThrow()
                .piece();
    }

    @Example
    void showsNoPieceOfAnotherKindAndNoUnproofreadOfficialText() {
        var unread = new WallPiece(
                new WallPieceId("v-1"),
                Walls.OATH.id(),
                new WallPlace.Street(),
                1,
                WallClassification.PUBLIC_TEXT,
                Walls.TEXT,
                Optional.of(Walls.UNREAD),
                Validity.from(FIRST),
                FIRST);
        var wrong = new WallPiece(
                new WallPieceId("v-2"),
                Walls.ROOM.id(),
                new WallPlace.Street(),
                1,
                WallClassification.PUBLICITY,
                Walls.TEXT,
                Optional.empty(),
                Validity.from(FIRST),
                FIRST);

        assertEquals(
                List.of(LAST_RESORT), board(List.of(unread, wrong), Walls.TODAY).hanging());
    }

    @Example
    void makesNoPieceThatIsInternal() {
        assertThrows(IllegalArgumentException.class, () -> Walls.piece("v-1", Walls.INTERNAL, 1, Validity.from(FIRST)));
    }

    @Example
    void tellsPresentFromExpiredAndMissing() {
        var ended = Walls.piece("v-1", Walls.ROOM, 1, Walls.until("2026-01-01", "2026-06-30"));
        var coming = Walls.piece("v-2", Walls.ROOM, 2, Validity.from(Walls.TODAY.plusDays(1)));

        assertEquals(new SlotVerdict.Missing(), SlotVerdict.of(Walls.ROOM, List.of(coming), Walls.TODAY));
        assertEquals(
                new SlotVerdict.Expired(LocalDate.parse("2026-06-30"), FIRST),
                SlotVerdict.of(Walls.ROOM, List.of(ended, coming), Walls.TODAY));
        assertInstanceOf(
                SlotVerdict.Present.class, SlotVerdict.of(Walls.ROOM, List.of(ended, coming), Walls.TODAY.plusDays(1)));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 364).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<List<WallPiece>> pieces() {
        var slots = Arbitraries.of(Walls.OATH, Walls.ROOM);
        var validities = Combinators.combine(
                        days(), Arbitraries.integers().between(0, 120).optional(0.2))
                .as((from, length) -> new Validity(from, length.map(from::plusDays)));
        return Combinators.combine(Arbitraries.integers().between(1, 5), slots, validities)
                .as((number, slot, validity) -> Walls.piece(slot.id() + "-" + number, slot, number, validity))
                .list()
                .ofMaxSize(8)
                .uniqueElements(WallPiece::id);
    }
}
