package cn.dangqun.server.reference;

import static cn.dangqun.server.TestStreet.activity;
import static cn.dangqun.server.TestStreet.card;
import static cn.dangqun.server.TestStreet.member;
import static cn.dangqun.server.TestStreet.organization;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.protocol.ProtocolVersion;
import cn.dangqun.protocol.ReferenceCodec;
import cn.dangqun.protocol.ReferencePages;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.protocol.wire.ReferencePage;
import cn.dangqun.server.TestClock;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.MigratedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReferenceLedgerTest {
    private static final int VERSION = ProtocolVersion.NEWEST;
    private static final Held HELD = new Held("site-1", VERSION, "");

    @TempDir
    Path directory;

    private Database database;
    private ReferenceLedger reference;

    @BeforeEach
    void openDatabase() {
        database = MigratedFile.open(directory.resolve("street.db"));
        reference = new ReferenceLedger(database, new TestClock());
        reference.publish(List.of(
                site("site-1", "c1"),
                site("site-2", "c2"),
                card('1', "M-1"),
                member("M-1", "c1-b1"),
                member("M-2", "c2-b1"),
                activity("day-1", "c1-b1"),
                activity("street-day", "street"),
                organization("c1-b1", "c1", OrganizationLevel.BRANCH),
                organization("c2-b1", "c2", OrganizationLevel.BRANCH),
                organization("c1", "street", OrganizationLevel.COMMITTEE),
                organization("c2", "street", OrganizationLevel.COMMITTEE),
                organization("street", null, OrganizationLevel.STREET_COMMITTEE)));
        reference.publishStaff(
                List.of(new ReferenceItem.Staff("staff-1", "值守样例甲", "$x", "")), new OrganizationId("c1"));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void sendsAKioskTheTreeItsSiteAndItsCommunityOnly() {
        var kiosk = new Copy("site-1").follow();

        assertEquals(
                Set.of(
                        "ORGANIZATION street",
                        "ORGANIZATION c1",
                        "ORGANIZATION c2",
                        "ORGANIZATION c1-b1",
                        "ORGANIZATION c2-b1",
                        "SITE site-1",
                        "MEMBER M-1",
                        "CARD_BINDING " + "1".repeat(64),
                        "ACTIVITY day-1",
                        "ACTIVITY street-day",
                        "STAFF staff-1"),
                kiosk.items);
        assertTrue(kiosk.pages.getFirst().getSnapshotStart());
    }

    @Test
    void sendsOnlyWhatIsNewAfterwards() {
        var kiosk = new Copy("site-1").follow();
        kiosk.pages.clear();
        reference.publish(List.of(member("M-3", "c1-b1"), member("M-4", "c2-b1")));

        kiosk.follow();

        assertEquals(1, kiosk.pages.size());
        assertFalse(kiosk.pages.getFirst().getSnapshotStart());
        assertEquals(1, kiosk.pages.getFirst().getChangesCount());
        assertTrue(kiosk.items.contains("MEMBER M-3"));
    }

    @Test
    void sendsNothingWhenNothingOfItsConcernChanged() {
        var kiosk = new Copy("site-1").follow();
        kiosk.pages.clear();
        reference.publish(List.of(member("M-4", "c2-b1")));

        assertEquals(List.of(), kiosk.follow().pages);
    }

    @Test
    void givesNoNumberToAnItemThatIsAsItWas() {
        var before = reference.publish(List.of());

        assertEquals(before, reference.publish(List.of(member("M-1", "c1-b1"), activity("day-1", "c1-b1"))));
    }

    @Test
    void takesAMovedMemberAndHisCardsFromTheOldCommunityToTheNew() {
        var old = new Copy("site-1").follow();
        var fresh = new Copy("site-2").follow();

        reference.publish(List.of(member("M-1", "c2-b1")));

        assertFalse(old.follow().items.stream().anyMatch(item -> item.startsWith("MEMBER") || item.startsWith("CARD")));
        assertTrue(fresh.follow().items.containsAll(Set.of("MEMBER M-1", "CARD_BINDING " + "1".repeat(64))));
        assertEquals(new Copy("site-1").follow().items, old.items);
        assertEquals(new Copy("site-2").follow().items, fresh.items);
    }

    @Test
    void takesAllOfAMovedBranchAlong() {
        var old = new Copy("site-1").follow();
        var fresh = new Copy("site-2").follow();

        reference.publish(List.of(organization("c1-b1", "c2", OrganizationLevel.BRANCH)));

        assertFalse(old.follow().items.contains("MEMBER M-1"));
        assertFalse(old.items.contains("ACTIVITY day-1"));
        assertTrue(fresh.follow()
                .items
                .containsAll(Set.of("MEMBER M-1", "ACTIVITY day-1", "CARD_BINDING " + "1".repeat(64))));
    }

    @Test
    void keepsACardBackUntilItsOwnerIsKnown() {
        reference.publish(List.of(card('9', "M-9")));
        var kiosk = new Copy("site-1").follow();
        assertFalse(kiosk.items.contains("CARD_BINDING " + "9".repeat(64)));

        reference.publish(List.of(member("M-9", "c1-b1")));

        assertTrue(kiosk.follow().items.contains("CARD_BINDING " + "9".repeat(64)));
    }

    @Test
    void removesWhatIsRemoved() {
        var kiosk = new Copy("site-1").follow();
        reference.remove(ReferenceKind.MEMBER, "M-1");

        kiosk.follow();

        assertFalse(kiosk.items.stream().anyMatch(item -> item.startsWith("MEMBER") || item.startsWith("CARD")));
        assertEquals(new Copy("site-1").follow().items, kiosk.items);
    }

    @Test
    void refusesOrganisationsThatAreNoTreeAndKeepsNothingOfThem() {
        var before = reference.publish(List.of());

        assertThrows(
                CompletionException.class,
                () -> reference.publish(
                        List.of(member("M-7", "c1-b1"), organization("x", "nowhere", OrganizationLevel.BRANCH))));

        assertEquals(before, reference.publish(List.of()));
        assertFalse(new Copy("site-1").follow().items.contains("MEMBER M-7"));
    }

    @Test
    void startsOverForANumberItNeverGave() {
        var kiosk = new Copy("site-1").follow();

        var feed = reference.feed(new Held("site-1", VERSION, ""), Optional.of(HELD), kiosk.feed.after() + 1);

        assertTrue(reference.next(feed).orElseThrow().page().getSnapshotStart());
    }

    @Test
    void startsOverForAKioskThatWasMovedToAnotherSite() {
        var kiosk = new Copy("site-1").follow();

        var feed = reference.feed(new Held("site-2", VERSION, ""), Optional.of(HELD), kiosk.feed.after());

        assertTrue(reference.next(feed).orElseThrow().page().getSnapshotStart());
    }

    @Test
    void goesOnWhereAKnownKioskStands() {
        var kiosk = new Copy("site-1").follow();

        assertEquals(
                Optional.empty(),
                reference.next(reference.feed(new Held("site-1", VERSION, ""), Optional.of(HELD), kiosk.feed.after())));
    }

    @Test
    void cutsASnapshotIntoPagesAndGoesOnAfterAnInterruption() {
        var many = new ArrayList<ReferenceItem>();
        for (int i = 0; i < 9_000; i++) {
            many.add(member("X-" + i, "c1-b1"));
        }
        reference.publish(many);
        var kiosk = new Copy("site-1");
        kiosk.step();
        kiosk.step();
        // Between two pages one is changed that was sent, one that was not; then the connection is lost.
        reference.publish(List.of(member("X-1", "c2-b1"), member("X-8999", "c2-b1")));
        kiosk.feed = reference.feed(new Held("site-1", VERSION, ""), Optional.of(HELD), kiosk.feed.after());

        kiosk.follow();

        assertTrue(kiosk.pages.size() >= 3);
        assertTrue(kiosk.pages.stream().allMatch(page -> page.getSerializedSize() < FeedPages.PAGE_BYTES * 5 / 4));
        assertEquals(
                1, kiosk.pages.stream().filter(ReferencePage::getSnapshotStart).count());
        assertEquals(new Copy("site-1").follow().items, kiosk.items);
        assertFalse(kiosk.items.contains("MEMBER X-1"));
        assertFalse(kiosk.items.contains("MEMBER X-8999"));
    }

    @Test
    void keepsPathsThatFindASubtree() {
        var below = database.read(
                handle -> handle.createQuery("SELECT id FROM organization WHERE path LIKE '/street/c1/%' ORDER BY id")
                        .mapTo(String.class)
                        .list());

        assertEquals(List.of("c1", "c1-b1"), below);
    }

    private static ReferenceItem site(String id, String organization) {
        return new ReferenceItem.Site(id, "样例社区党群服务中心", new OrganizationId(organization));
    }

    /// A kiosk's copy, applied page by page as the protocol says.
    private final class Copy {
        private final Set<String> items = new TreeSet<>();
        private final List<ReferencePage> pages = new ArrayList<>();
        private Feed feed;

        Copy(String site) {
            feed = reference.feed(new Held(site, VERSION, ""), Optional.empty(), 0);
        }

        Copy follow() {
            while (step()) {
                assertTrue(pages.size() < 100, "it never ends");
            }
            return this;
        }

        private boolean step() {
            var next = reference.next(feed);
            next.ifPresent(found -> {
                assertEquals(found.page().getThrough(), found.feed().after());
                apply(found.page());
                feed = found.feed();
            });
            return next.isPresent();
        }

        private void apply(ReferencePage page) {
            pages.add(page);
            if (page.getSnapshotStart()) {
                items.clear();
            }
            try {
                ReferencePages.verify(page);
                for (var bytes : page.getChangesList()) {
                    var change = ReferenceCodec.decode(bytes.toByteArray());
                    var key = change.kind() + " " + change.id();
                    if (change.item().isPresent()) {
                        items.add(key);
                    } else {
                        items.remove(key);
                    }
                }
            } catch (UnreadableException e) {
                throw new AssertionError(e);
            }
        }
    }
}
