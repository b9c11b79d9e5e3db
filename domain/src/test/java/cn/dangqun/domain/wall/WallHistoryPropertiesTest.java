package cn.dangqun.domain.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/// Whatever three people do with a version, in any order and as often as they like.
class WallHistoryPropertiesTest {
    private static final Arbitrary<String> PEOPLE = Arbitraries.of("anna", "bao", "chen");

    interface Step {
        WallMove on(WallVersion version);
    }

    @Tag("property")
    @Property(tries = 2000)
    void nothingUnfitEverHangsWhateverHappened(
            @ForAll("slots") WallSlot slot, @ForAll("drafts") WallDraft first, @ForAll("steps") List<Step> history) {
        var version = Walls.version(slot, first, "anna");
        var hung = false;
        for (var step : history) {
            if (step.on(version) instanceof WallMove.Taken(var next)) {
                version = next;
            }
            if (version.life() instanceof WallLife.Published published) {
                hung = true;
                assertMayHang(version, published);
            } else {
                assertEquals(Optional.empty(), version.piece(ZoneOffset.UTC));
            }
        }
        Statistics.label("hung")
                .collect(hung)
                .coverage(share -> share.check(true).percentage(percent -> percent > 10));
    }

    private static void assertMayHang(WallVersion version, WallLife.Published published) {
        assertTrue(version.draft().classification().mayHang());
        assertEquals(version.slot().holds(), version.draft().classification());
        assertFalse(version.writers().contains(published.approved().login()));
        assertNotEquals(published.submitted().login(), published.approved().login());
        assertTrue(!version.slot().official()
                || version.draft().source().filter(WallSource::isProofread).isPresent());
        assertTrue(version.piece(ZoneOffset.UTC).isPresent());
    }

    @Tag("property")
    @Property(tries = 1000)
    void aRefusedStepCanBeAskedAgainAndIsRefusedAgain(
            @ForAll("slots") WallSlot slot, @ForAll("drafts") WallDraft first, @ForAll("steps") List<Step> history) {
        var version = Walls.version(slot, first, "anna");
        for (var step : history) {
            var move = step.on(version);
            assertEquals(move, step.on(version));
            if (move instanceof WallMove.Taken(var next)) {
                version = next;
            }
        }
    }

    @Example
    void twoPersonsBringAVersionToTheWall() {
        var draft = Walls.draft(WallClassification.PUBLIC_RULE, Optional.empty(), Validity.from(Walls.TODAY));

        var hung = taken(taken(taken(Walls.version(Walls.ROOM, draft, "anna").submit(Walls.by("anna"), Walls.TODAY))
                        .approve(Walls.by("bao"), WallAnswer.secrecy(true), Walls.TODAY))
                .publish(Walls.by("bao"), Walls.TODAY));

        assertEquals(WallStage.PUBLISHED, hung.stageOn(Walls.TODAY));
        assertEquals(
                WallStage.WITHDRAWN,
                taken(hung.withdraw(Walls.by("anna"), "写错了")).stageOn(Walls.TODAY));
    }

    private static WallVersion taken(WallMove move) {
        return assertInstanceOf(WallMove.Taken.class, move).version();
    }

    @Provide
    Arbitrary<WallSlot> slots() {
        return Arbitraries.of(Walls.OATH, Walls.ROOM, Walls.ROOM, Walls.ROOM, Walls.INTERNAL);
    }

    @Provide
    Arbitrary<WallDraft> drafts() {
        var kinds = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(WallClassification.PUBLIC_RULE)),
                Tuple.of(2, Arbitraries.of(WallClassification.class)));
        var sources = Arbitraries.<Optional<WallSource>>of(
                Optional.empty(), Optional.of(Walls.UNREAD), Optional.of(Walls.PROOFREAD));
        var days = Arbitraries.of(
                Validity.from(Walls.TODAY),
                Walls.until("2026-01-01", "2026-11-25"),
                Walls.until("2026-01-01", "2026-11-26"));
        return Combinators.combine(kinds, sources, days).as(Walls::draft);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> rewrites =
                Combinators.combine(drafts(), PEOPLE).as((draft, who) -> version -> version.rewrite(draft, who));
        Arbitrary<Step> submits = PEOPLE.map(who -> version -> version.submit(Walls.by(who), Walls.TODAY));
        Arbitrary<Step> returns = Arbitraries.of("", "请改").map(why -> version -> version.giveBack(why));
        Arbitrary<Step> approvals = Combinators.combine(PEOPLE, Arbitraries.of(true, false))
                .as((who, read) -> version -> version.approve(Walls.by(who), WallAnswer.secrecy(read), Walls.TODAY));
        Arbitrary<Step> publishes = PEOPLE.map(who -> version -> version.publish(Walls.by(who), Walls.TODAY));
        Arbitrary<Step> withdraws = PEOPLE.map(who -> version -> version.withdraw(Walls.by(who), "写错了"));
        var anything = Arbitraries.oneOf(rewrites, submits, returns, approvals, publishes, withdraws);
        return Arbitraries.frequencyOf(
                        Tuple.of(1, anything), Tuple.of(3, PEOPLE.map(who -> version -> on(version, who))))
                .list()
                .ofMaxSize(40);
    }

    /// The step that leads on from here, so that histories come far.
    private static WallMove on(WallVersion version, String who) {
        return switch (version.life()) {
            case WallLife.Draft _ -> version.submit(Walls.by(who), Walls.TODAY);
            case WallLife.Submitted _ -> version.approve(Walls.by(who), WallAnswer.secrecy(true), Walls.TODAY);
            case WallLife.Approved _ -> version.publish(Walls.by(who), Walls.TODAY);
            case WallLife.Published _ -> version.withdraw(Walls.by(who), "写错了");
            case WallLife.Withdrawn _ -> version.replace(Walls.by(who));
        };
    }
}
