package cn.dangqun.server.reference;

import static cn.dangqun.server.TestStreet.card;
import static cn.dangqun.server.TestStreet.member;
import static cn.dangqun.server.TestStreet.organization;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.protocol.ProtocolVersion;
import cn.dangqun.protocol.ReferenceCodec;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.protocol.wire.ReferencePage;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.MigratedFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whom a kiosk knows: everybody of the communities its site serves, the branches that visit it on these days, and
/// nobody else, whatever is changed in whatever order and wherever the line breaks.
@Timeout(120)
class KnownPeopleTest {
    private static final int VERSION = ProtocolVersion.NEWEST;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);

    @TempDir
    Path directory;

    private final Turned clock = new Turned();
    private Database database;
    private ReferenceLedger reference;

    /// As the test says.
    private static final class Turned extends Clock {
        private Instant now = FIRST.atTime(9, 0).atZone(ZONE).toInstant();

        void pass(Duration time) {
            now = now.plus(time);
        }

        LocalDate today() {
            return LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai"));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void open() {
        database = MigratedFile.open(directory.resolve("street.db"));
        reference = new ReferenceLedger(database, clock);
        var items = new ArrayList<ReferenceItem>();
        items.add(organization("street", null, OrganizationLevel.STREET_COMMITTEE));
        items.add(new ReferenceItem.Site("site-0", "样例街道党群服务中心", new OrganizationId("street")));
        for (int c = 1; c <= 3; c++) {
            items.add(organization("c" + c, "street", OrganizationLevel.COMMITTEE));
            items.add(new ReferenceItem.Site("site-" + c, "样例中心" + c, new OrganizationId("c" + c)));
            for (int b = 1; b <= 2; b++) {
                items.add(organization("c" + c + "-b" + b, "c" + c, OrganizationLevel.BRANCH));
                for (int m = 1; m <= 2; m++) {
                    var id = "M-" + c + b + m;
                    items.add(member(id, "c" + c + "-b" + b));
                    if (m == 1) {
                        items.add(card((char) ('a' + (c - 1) * 2 + b - 1), id));
                    }
                }
            }
        }
        reference.publish(items);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aSiteReceivesTheCommunitiesItServesAndForgetsThemAgain() {
        var kiosk = new Kiosk("site-1");
        kiosk.follow();
        var pages = kiosk.pages;

        serve("site-1", "c2");
        kiosk.follow();

        assertEquals(people("c1", "c2"), kiosk.members());
        assertTrue(kiosk.items.contains("CARD_BINDING " + "d".repeat(64)));
        serve("site-1");
        kiosk.follow();
        assertEquals(people("c1"), kiosk.members());
        assertFalse(kiosk.items.contains("CARD_BINDING " + "d".repeat(64)));
        assertEquals(1, kiosk.snapshots, "it went on with what it had");
        assertTrue(kiosk.pages > pages);
    }

    @Test
    void aSiteOfTheStreetReceivesNobodyUnlessItServesThem() {
        var kiosk = new Kiosk("site-0");
        kiosk.follow();
        assertEquals(Set.of(), kiosk.members());

        serve("site-0", "c1", "c3");
        kiosk.follow();

        assertEquals(people("c1", "c3"), kiosk.members());
    }

    @Test
    void aBranchVisitsThreeDaysBeforeAndAfterAndNobodyElseIsTold() {
        plan("day", ActivityType.THEME_DAY, "c1-b1", List.of("c2-b1"), FIRST.plusDays(10));
        var host = new Kiosk("site-1");
        var partner = new Kiosk("site-2");
        var third = new Kiosk("site-3");
        for (int day = 0; day <= 20; day++) {
            host.follow();
            partner.follow();
            third.follow();
            boolean near = Math.abs(day - 10) <= 3;
            assertEquals(near, host.members().contains("M-211"), "day " + day);
            assertEquals(near, host.items.contains("CARD_BINDING " + "c".repeat(64)), "day " + day);
            assertFalse(host.members().contains("M-221"), "another branch");
            assertFalse(partner.members().contains("M-111"), "it is held at the host's");
            assertFalse(third.items.contains("ACTIVITY day"), "no other community takes part");
            assertTrue(partner.items.contains("ACTIVITY day"));
            clock.pass(Duration.ofDays(1));
        }
        assertEquals(1, host.snapshots);
    }

    @Test
    void nobodyVisitsACommitteeMeetingOrWhatWasCancelled() {
        plan("committee", ActivityType.COMMITTEE_MEETING, "c1", List.of("c2"), FIRST);
        plan("day", ActivityType.THEME_DAY, "c1", List.of("c2"), FIRST);
        var kiosk = new Kiosk("site-1");
        kiosk.follow();
        assertEquals(people("c1", "c2"), kiosk.members());

        database.write((handle, changes) -> {
            handle.execute("INSERT INTO activity_cancelled (street, activity, reason, login, at)"
                    + " VALUES (1, 'day', '样例', 'a', 0)");
            return reference.keepToOneself(handle, changes, ReferenceKind.ACTIVITY, "day");
        });
        kiosk.follow();

        assertEquals(people("c1"), kiosk.members());
    }

    @Test
    void beginsAnewWhenTheLineBreaksBetweenTwoCommunities() {
        var kiosk = new Kiosk("site-1");
        kiosk.follow();
        serve("site-1", "c2");
        kiosk.step();
        kiosk.breaks();
        serve("site-1", "c3");
        kiosk.connect();

        kiosk.follow();

        assertEquals(people("c1", "c3"), kiosk.members());
    }

    @Test
    void aKioskOfAnOlderStreetGoesOnWithItsOwnCommunity() {
        var kiosk = new Kiosk("site-1");
        kiosk.follow();
        serve("site-1", "c2");
        kiosk.noted = Optional.of(new Held("site-1", VERSION, ""));
        kiosk.connect();

        kiosk.follow();

        assertEquals(people("c1", "c2"), kiosk.members());
        assertEquals(1, kiosk.snapshots);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void knowsWhomItMayKnowWhateverHappens(long seed) {
        var random = new Random(seed);
        var model = new Model();
        var kiosks = new ArrayList<Kiosk>();
        for (int site = 0; site <= 3; site++) {
            kiosks.add(new Kiosk("site-" + site));
        }
        for (int step = 0; step < 90; step++) {
            var kiosk = kiosks.get(random.nextInt(kiosks.size()));
            switch (random.nextInt(10)) {
                case 0 -> model.serve(random);
                case 1 -> model.move(random);
                case 2, 3 -> model.plan(random);
                case 4 -> clock.pass(Duration.ofDays(1 + random.nextInt(2)));
                case 5, 6 -> kiosk.step();
                case 7 -> kiosk.breaks();
                default -> {
                    kiosk.connect();
                    kiosk.follow();
                    assertEquals(model.known(kiosk.site), kiosk.members(), "step " + step + " at " + kiosk.site);
                }
            }
            clock.pass(Duration.ofSeconds(1));
        }
    }

    /// In plain words whom each site may know.
    private final class Model {
        private record Planned(String host, List<String> partners, LocalDate day) {}

        private final Map<String, Set<String>> serves = new HashMap<>();
        private final Map<String, String> branchOf = new HashMap<>();
        private final Map<String, Planned> plans = new HashMap<>();

        Model() {
            for (int site = 0; site <= 3; site++) {
                serves.put("site-" + site, site == 0 ? Set.of() : Set.of("c" + site));
            }
            people("c1", "c2", "c3").forEach(id -> branchOf.put(id, "c" + id.charAt(2) + "-b" + id.charAt(3)));
        }

        private static String community(String branch) {
            return branch.substring(0, 2);
        }

        void serve(Random random) {
            int site = random.nextInt(4);
            var others = new HashSet<String>();
            for (int c = 1; c <= 3; c++) {
                if (random.nextInt(3) == 0) {
                    others.add("c" + c);
                }
            }
            KnownPeopleTest.this.serve("site-" + site, others.toArray(String[]::new));
            if (site > 0) {
                others.add("c" + site);
            }
            serves.put("site-" + site, others);
        }

        void move(Random random) {
            var id = branchOf.keySet().stream().sorted().toList().get(random.nextInt(branchOf.size()));
            var to = branch(random);
            reference.publish(List.of(member(id, to)));
            branchOf.put(id, to);
        }

        void plan(Random random) {
            var id = "day-" + random.nextInt(4);
            var host = branch(random);
            var partners = List.of(branch(random), branch(random));
            var day = clock.today().plusDays(random.nextInt(9) - 2);
            KnownPeopleTest.this.plan(id, ActivityType.THEME_DAY, host, partners, day);
            plans.put(id, new Planned(host, partners, day));
        }

        private static String branch(Random random) {
            return "c" + (1 + random.nextInt(3)) + "-b" + (1 + random.nextInt(2));
        }

        Set<String> known(String site) {
            var served = serves.get(site);
            var known = new TreeSet<String>();
            branchOf.forEach((id, branch) -> {
                boolean visits = plans.values().stream()
                        .anyMatch(each -> served.contains(community(each.host))
                                && each.partners.contains(branch)
                                && !clock.today().isBefore(each.day.minusDays(3))
                                && !clock.today().isAfter(each.day.plusDays(3)));
                if (served.contains(community(branch)) || visits) {
                    known.add(id);
                }
            });
            return known;
        }
    }

    private void serve(String site, String... communities) {
        var known = database.read(handle -> new Entries(handle).site(site).orElseThrow());
        reference.publish(List.of(known.serving(
                List.of(communities).stream().map(OrganizationId::new).toList())));
    }

    private void plan(String id, ActivityType type, String host, List<String> partners, LocalDate day) {
        var starts = day.atTime(9, 0).atZone(ZONE).toInstant();
        var ends = day.atTime(11, 0).atZone(ZONE).toInstant();
        reference.publish(List.of(new ReferenceItem.ActivityItem(new Activity(
                new ActivityId(id),
                type,
                new OrganizationId(host),
                "样例活动",
                "活动室",
                day,
                starts,
                ends,
                CheckInWindow.around(starts, ends),
                partners.stream().map(OrganizationId::new).toList(),
                List.of(),
                Set.of()))));
    }

    private static Set<String> people(String... communities) {
        var ids = new TreeSet<String>();
        for (var community : communities) {
            for (int each = 0; each < 4; each++) {
                ids.add("M-" + community.charAt(1) + (1 + each / 2) + (1 + each % 2));
            }
        }
        return ids;
    }

    /// A kiosk's copy, and what the street noted of it, as a session keeps both.
    private final class Kiosk {
        private final String site;
        private final Set<String> items = new TreeSet<>();
        private Optional<Held> noted = Optional.empty();
        private Optional<Feed> feed = Optional.empty();
        private long applied;
        private int pages;
        private int snapshots;

        Kiosk(String site) {
            this.site = site;
        }

        void connect() {
            feed = feed.or(() -> Optional.of(reference.feed(new Held(site, VERSION, ""), noted, applied)));
        }

        void breaks() {
            feed = Optional.empty();
        }

        void follow() {
            connect();
            int before = pages;
            while (step()) {
                assertTrue(pages - before < 100, "it never ends");
            }
        }

        boolean step() {
            var next = feed.flatMap(reference::next);
            next.ifPresent(found -> {
                if (found.feed().isJoining() && !feed.orElseThrow().isJoining()) {
                    noted = Optional.empty();
                }
                apply(found.page());
                feed = Optional.of(found.feed());
                noted = found.feed().isJoining()
                        ? Optional.empty()
                        : Optional.of(found.feed().held());
            });
            return next.isPresent();
        }

        private void apply(ReferencePage page) {
            pages++;
            assertTrue(page.getSnapshotStart() || page.getAfter() == applied, "it follows on what is there");
            if (page.getSnapshotStart()) {
                snapshots++;
                items.clear();
            }
            try {
                for (var bytes : page.getChangesList()) {
                    var change = ReferenceCodec.decode(bytes.toByteArray());
                    var key = change.kind() + " " + change.id();
                    change.item().ifPresentOrElse(item -> items.add(key), () -> items.remove(key));
                }
            } catch (UnreadableException e) {
                throw new AssertionError(e);
            }
            applied = page.getThrough();
        }

        Set<String> members() {
            var ids = new TreeSet<String>();
            items.stream()
                    .filter(each -> each.startsWith("MEMBER "))
                    .forEach(each -> ids.add(each.substring("MEMBER ".length())));
            return ids;
        }
    }
}
