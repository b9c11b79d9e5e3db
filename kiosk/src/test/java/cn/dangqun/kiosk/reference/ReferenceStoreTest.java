package cn.dangqun.kiosk.reference;

import static cn.dangqun.kiosk.reference.MadeUpStreet.COMMUNITY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.FIRST_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_FIRST;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_SECOND;
import static cn.dangqun.kiosk.reference.MadeUpStreet.PROBATIONARY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.activity;
import static cn.dangqun.kiosk.reference.MadeUpStreet.card;
import static cn.dangqun.kiosk.reference.MadeUpStreet.items;
import static cn.dangqun.kiosk.reference.MadeUpStreet.page;
import static cn.dangqun.kiosk.reference.MadeUpStreet.pageOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.protocol.ReferencePages;
import cn.dangqun.protocol.wire.ReferencePage;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceStoreTest {
    @TempDir
    Path directory;

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-10T01:00:00Z"));
    private ReferenceStore store;

    @BeforeEach
    void open() throws Exception {
        store = ReferenceStore.open(file(), Optional.empty(), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() throws Exception {
        close();
        open();
    }

    private Path file() {
        return directory.resolve("reference.db");
    }

    private void hasMembers() {
        store.apply(page(0, true, items()), "").join();
    }

    @Test
    void findsMembersByCardAfterAPageIsApplied() {
        var through = items().size();

        assertEquals(
                new PageOutcome.Applied(through),
                store.apply(page(0, true, items()), "").join());

        assertEquals(Optional.of(IN_FIRST), store.index().memberOf(card(IN_FIRST)));
        assertEquals(through, store.applied());
    }

    @Test
    void rememberEverythingAcrossARestart() throws Exception {
        hasMembers();

        reopen();

        assertEquals(Optional.of(IN_FIRST), store.index().memberOf(card(IN_FIRST)));
        assertEquals(items().size(), store.applied());
    }

    @Test
    void appliesChangesInOrderAndTombstones() {
        hasMembers();
        long at = store.applied();
        var change = ReferenceChange.put(at + 1, new ReferenceItem.CardBinding(card("new card"), IN_FIRST.id()));
        var removal = ReferenceChange.remove(
                at + 2, ReferenceKind.CARD_BINDING, card(IN_FIRST).hex());

        store.apply(pageOf(at, false, List.of(change, removal)), "").join();

        assertEquals(Optional.of(IN_FIRST), store.index().memberOf(card("new card")));
        assertEquals(Optional.empty(), store.index().memberOf(card(IN_FIRST)));
    }

    @Test
    void refusesAPageThatDoesNotFollow() {
        hasMembers();
        long at = store.applied();

        var outcome = store.apply(page(at + 1, false, items()), "").join();

        assertEquals(new PageOutcome.OutOfOrder(at), outcome);
        assertEquals(at, store.applied());
    }

    @Test
    void refusesAPageThatCameDamaged() {
        var damaged = page(0, true, items()).toBuilder()
                .setChecksum(ByteString.copyFrom(new byte[32]))
                .build();

        assertEquals(new PageOutcome.Damaged(), store.apply(damaged, "").join());
        assertEquals(0, store.applied());
        assertEquals(0, store.index().memberCount());
    }

    @Test
    void forgetsEverythingFirstWhenASnapshotStarts() {
        hasMembers();

        store.apply(page(0, true, List.of(new ReferenceItem.MemberItem(IN_SECOND))), "")
                .join();

        assertEquals(1, store.index().memberCount());
        assertEquals(1, store.applied());
    }

    @Test
    void keepsASnapshotAsideUntilItIsWholeAlsoAcrossARestart() throws Exception {
        hasMembers();
        long before = store.applied();
        var former = store.cards();
        var first = snapshotPage(0, 1, new ReferenceItem.MemberItem(IN_SECOND));
        var last = snapshotPage(1, 2, new ReferenceItem.CardBinding(card("under another"), IN_SECOND.id()));

        assertEquals(new PageOutcome.Applied(1), store.apply(first, "anew").join());
        reopen();

        assertEquals(Optional.of(IN_FIRST), store.index().memberOf(card(IN_FIRST)));
        assertEquals(MadeUpStreet.MEMBERS.size(), store.index().memberCount());
        assertEquals(List.of(before, 1L), List.of(store.applied(), store.received()));
        assertEquals(former, store.cards());
        assertEquals(
                new PageOutcome.OutOfOrder(1),
                store.apply(page(before, false, List.of()), "anew").join());

        assertEquals(new PageOutcome.Applied(2), store.apply(last, "anew").join());

        for (int i = 0; i < 2; i++) {
            assertEquals(Optional.of(IN_SECOND), store.index().memberOf(card("under another")));
            assertEquals(1, store.index().memberCount());
            assertEquals(List.of(2L, 2L), List.of(store.applied(), store.received()));
            assertEquals("anew", store.cards());
            reopen();
        }
    }

    /// As after the street went on from an older copy of its disk, which has no such card.
    @Test
    void aCardThatDoesNotComeAnewUnderTheSameSecretIsNobodys() {
        hasMembers();

        store.apply(page(0, true, List.of(new ReferenceItem.MemberItem(IN_FIRST))), store.cards())
                .join();

        assertEquals(Optional.of(IN_FIRST), store.index().member(IN_FIRST.id()));
        assertEquals(Optional.empty(), store.index().memberOf(card(IN_FIRST)));

        hasMembers();
        var secret = store.cards();
        store.apply(snapshotPage(0, 1, new ReferenceItem.MemberItem(IN_FIRST)), secret)
                .join();
        store.apply(snapshotPage(1, 2, new ReferenceItem.CardBinding(card("another"), IN_FIRST.id())), secret)
                .join();

        assertEquals(Optional.of(IN_FIRST), store.index().memberOf(card("another")));
        assertEquals(Optional.empty(), store.index().memberOf(card(IN_FIRST)));
    }

    @Test
    void aCardKeyedAMomentAgoIsFoundUnderAnotherSecret() {
        hasMembers();

        store.apply(page(0, true, List.of(new ReferenceItem.MemberItem(IN_FIRST))), "another")
                .join();

        assertEquals(Optional.of(IN_FIRST), store.index().memberOf(card(IN_FIRST)));
    }

    @Test
    void beginsASnapshotAnewThatTheStreetBeginsAnew() throws Exception {
        hasMembers();
        store.apply(snapshotPage(0, 1, new ReferenceItem.MemberItem(IN_FIRST)), "first")
                .join();

        store.apply(snapshotPage(0, 1, new ReferenceItem.MemberItem(IN_SECOND)), "second")
                .join();
        store.apply(snapshotPage(1, 2, new ReferenceItem.CardBinding(card("a card"), IN_SECOND.id())), "second")
                .join();

        assertEquals(1, store.index().memberCount());
        assertEquals("second", store.cards());
    }

    @Test
    void fillsAnEmptyKioskPageByPage() {
        store.apply(snapshotPage(0, 1, new ReferenceItem.MemberItem(IN_SECOND)), "")
                .join();

        assertEquals(1, store.index().memberCount());
    }

    private static ReferencePage snapshotPage(long after, long through, ReferenceItem item) {
        return pageOf(after, after == 0, List.of(ReferenceChange.put(through, item))).toBuilder()
                .setSnapshotThrough(2)
                .build();
    }

    @Test
    void leavesOutOneItemItDoesNotUnderstandAndTakesTheRest() throws Exception {
        var good = page(0, true, items());
        var changes = new ArrayList<>(good.getChangesList());
        changes.add(1, ByteString.copyFromUtf8("no change at all"));

        store.apply(ReferencePages.page(0, changes.size(), true, changes), "").join();
        reopen();

        assertEquals(MadeUpStreet.MEMBERS.size(), store.index().memberCount());
        assertEquals(changes.size(), store.applied());
    }

    @Test
    void takesMembersBeforeTheirBranchArrives() {
        store.apply(page(0, true, List.of(new ReferenceItem.MemberItem(IN_FIRST))), "")
                .join();

        assertEquals(Set.of(IN_FIRST.id()), due(store.index(), FIRST_BRANCH));
        assertEquals("branch-1", store.index().nameOf(FIRST_BRANCH));
    }

    private static Set<MemberId> due(ReferenceIndex index, OrganizationId organization) {
        return index.roster().rolls(activity("day", organization, "09:00", "11:00")).stream()
                .flatMap(roll -> roll.members().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Test
    void countsTheRollOfBranchGroupAndAbove() {
        hasMembers();
        var index = store.index();

        assertEquals(Set.of(IN_GROUP.id(), IN_FIRST.id(), PROBATIONARY.id()), due(index, FIRST_BRANCH));
        assertEquals(Set.of(IN_GROUP.id()), due(index, GROUP));
        assertEquals(Set.of(IN_GROUP.id(), IN_FIRST.id(), PROBATIONARY.id(), IN_SECOND.id()), due(index, COMMUNITY));
    }

    @Test
    void leavesNoNameOnTheDiskInClear() throws Exception {
        store.apply(page(0, true, items(activity("morning", FIRST_BRANCH, "09:00", "11:00"))), "")
                .join();
        close();

        for (var suffix : List.of("", "-wal")) {
            var path = Path.of(file() + suffix);
            var bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            var name = new String(IN_FIRST.name().full().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            assertFalse(text.contains(name), "a name lies on the disk in clear");
        }
        assertTrue(Files.size(file()) > 0);
    }

    @Test
    void keepsItsKeyFromOtherAccounts() throws Exception {
        var mode = Files.getPosixFilePermissions(directory.resolve("roster.key"));

        assertEquals(PosixFilePermissions.fromString("rw-------"), mode);
    }

    @Test
    void usesTheKeyOfSystemdWhenThereIsOne() throws Exception {
        var credentials = Files.createDirectory(directory.resolve("credentials"));
        Files.write(credentials.resolve("roster.key"), new byte[32]);
        var elsewhere = Files.createDirectory(directory.resolve("elsewhere"));

        try (var sealed = ReferenceStore.open(elsewhere.resolve("reference.db"), Optional.of(credentials), clock)) {
            sealed.apply(page(0, true, items()), "").join();
        }

        assertFalse(Files.exists(elsewhere.resolve("roster.key")));
        try (var again = ReferenceStore.open(elsewhere.resolve("reference.db"), Optional.of(credentials), clock)) {
            assertEquals(MadeUpStreet.MEMBERS.size(), again.index().memberCount());
        }
    }

    @Test
    void comesAnewFromTheStreetWhenTheKeyIsGone() throws Exception {
        hasMembers();
        close();
        Files.delete(directory.resolve("roster.key"));

        open();

        assertEquals(0, store.applied());
        assertEquals(0, store.index().memberCount());
        hasMembers();
        assertEquals(MadeUpStreet.MEMBERS.size(), store.index().memberCount());
    }

    @Test
    void comesAnewFromTheStreetWhenTheFileIsDamaged() throws Exception {
        hasMembers();
        close();
        Files.writeString(file(), "no database ".repeat(1000));

        open();

        assertEquals(0, store.applied());
        hasMembers();
        assertEquals(MadeUpStreet.MEMBERS.size(), store.index().memberCount());
    }

    @Test
    void isNotSealedBeforeTheFirstContact() {
        assertEquals(Optional.empty(), store.sealing());
    }

    @Test
    void sealsAfterThirtyDaysOfSilenceAlsoAcrossARestart() throws Exception {
        store.contacted();
        clock.pass(ReferenceStore.LONGEST_SILENCE);
        assertEquals(Optional.empty(), store.sealing());

        clock.pass(Duration.ofSeconds(1));
        reopen();

        assertEquals(Optional.of(Sealing.OUT_OF_CONTACT), store.sealing());
        store.contacted();
        assertEquals(Optional.empty(), store.sealing());
    }

    @Test
    void staysSealedAfterARevocationUntilTheStreetWelcomesItAgain() throws Exception {
        hasMembers();
        store.seal().join();
        reopen();
        store.contacted();
        assertEquals(Optional.of(Sealing.REVOKED), store.sealing());

        store.welcomed();

        assertEquals(Optional.empty(), store.sealing());
    }

    @Test
    void forgetsEverythingAtANewEnrolment() {
        hasMembers();
        store.seal().join();

        assertTrue(store.reset().join());

        assertEquals(0, store.applied());
        assertEquals(0, store.index().memberCount());
        assertEquals(Optional.empty(), store.sealing());
    }

    @Test
    void showsTheNameBoardOfTheStreetOnceItHasCome() {
        var board = new ReferenceSite(store, "样例社区（未同步）");
        assertEquals("样例社区（未同步）", board.siteName());

        store.apply(page(0, true, List.of(new ReferenceItem.Site("site-1", "样例社区党群服务中心", COMMUNITY))), "")
                .join();

        assertEquals("样例社区党群服务中心", board.siteName());
    }
}
