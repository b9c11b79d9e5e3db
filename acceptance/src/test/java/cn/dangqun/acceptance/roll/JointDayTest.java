package cn.dangqun.acceptance.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.bench.page.ConsoleReader;
import cn.dangqun.bench.page.ConsoleReader.Figures;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.credential.code.CardSerial;
import cn.dangqun.domain.credential.code.MemberCode;
import cn.dangqun.domain.credential.code.MemberCodeSigner;
import cn.dangqun.domain.credential.code.StreetKey;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A theme day that branches of two communities hold together, at kiosks of both whose lines come and go,
/// while the office opens and closes one centre to the other community: whoever saw that they are recorded is
/// present once for their own branch, and nobody is on the disk of a kiosk but for those days. `-Dproof.seeds=200`
/// does it that often.
@Tag("proof")
class JointDayTest {
    private static final OrganizationId HOST = new OrganizationId("c1-b1");
    private static final OrganizationId PARTNER = new OrganizationId("c2-b1");
    private static final ActivityId JOINT = new ActivityId("joint");
    private static final List<String> SITES = List.of("site-1", "site-1", "site-2");
    private static final int PEOPLE = 16;
    private static final int STEPS = 70;

    private final KeyPair key = pair();

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, Long.getLong("proof.seeds", 2)).boxed();
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everybodyWhoWasRecordedIsPresentOnceForTheirBranch(long seed, @TempDir Path folder) throws Exception {
        try (var centre = new Centre(folder, OneDay.at(12, 0).minus(Duration.ofDays(4)), items(), SITES)) {
            assertKnows(centre, false);
            centre.clock.turnTo(OneDay.at(7, 30).minus(Duration.ofDays(3)));
            fetch(centre);
            assertKnows(centre, true);

            var present = taps(centre, new Random(seed));

            serve(centre, false);
            centre.clock.turnTo(OneDay.at(11, 1));
            centre.meet();
            assertAgree(centre, centre.later(), present);
            centre.clock.turnTo(OneDay.at(12, 0).plus(Duration.ofDays(3)));
            fetch(centre);
            assertKnows(centre, true);
            centre.clock.turnTo(OneDay.at(0, 1).plus(Duration.ofDays(4)));
            fetch(centre);
            assertKnows(centre, false);
            assertEquals(present.size(), centre.later().figures(JOINT.value()).present(), "facts stay");
        }
    }

    /// Who is on a roll and was told so.
    private Set<Integer> taps(Centre centre, Random random) throws Exception {
        var present = new TreeSet<Integer>();
        for (int step = 0; step < STEPS; step++) {
            centre.clock.turnTo(OneDay.at(8, 0).plus(OneDay.minutes(step)));
            var kiosk = centre.kiosks.get(random.nextInt(centre.kiosks.size()));
            int person = 1 + random.nextInt(PEOPLE);
            switch (random.nextInt(9)) {
                case 0 -> kiosk.push();
                case 1 -> kiosk.fetch();
                case 2 -> kiosk.hear();
                case 3 -> serve(centre, random.nextBoolean());
                case 4 -> centre.street.rolls().freezeStarted();
                case 5, 6 -> {
                    if (kiosk.showsCode(person, code(person), JOINT) && isDue(person)) {
                        present.add(person);
                    }
                }
                default -> {
                    if (kiosk.tap(person, JOINT).isPresent()) {
                        assertTrue(isDue(person), "only who is on a roll is told 签到成功 as a member");
                        present.add(person);
                    }
                }
            }
        }
        return present;
    }

    private static boolean isDue(int person) {
        return branch(person).equals(HOST) || branch(person).equals(PARTNER);
    }

    /// At all kiosks, on the page and in the export the same.
    private static void assertAgree(Centre centre, ConsoleReader console, Set<Integer> present) throws Exception {
        var page = console.figures(JOINT.value());
        assertEquals(new Figures(8, present.size(), true), page);
        assertEquals(page, console.exported(JOINT.value()));
        for (var kiosk : centre.kiosks) {
            var shown = kiosk.screen().get(JOINT);
            assertEquals(page, new Figures(shown.tally().due(), shown.tally().present(), shown.merged()));
        }
        for (var branch : List.of(HOST, PARTNER)) {
            long theirs = present.stream()
                    .filter(person -> branch(person).equals(branch))
                    .count();
            assertEquals(theirs, present(centre, branch), "each for their own branch, " + branch);
        }
    }

    private static long present(Centre centre, OrganizationId branch) {
        return centre.street
                .database()
                .read(handle -> handle.createQuery("SELECT count(*) FROM attendance_line WHERE street = 1"
                                + " AND organization = ? AND state IN ('PRESENT', 'LATE')")
                        .bind(0, branch.value())
                        .mapTo(Long.class)
                        .one());
    }

    /// The host's kiosks know the partner's branch on these days; nobody else's, and the partner's nobody of the
    /// host.
    private static void assertKnows(Centre centre, boolean near) {
        for (int person = 1; person <= PEOPLE; person++) {
            boolean own = person <= PEOPLE / 2;
            boolean visits = near && branch(person).equals(PARTNER);
            assertEquals(own || visits, centre.kiosks.getFirst().knows(person), "at the host " + person);
            assertEquals(!own, centre.kiosks.getLast().knows(person), "at the partner " + person);
        }
        assertFalse(centre.kiosks.isEmpty());
    }

    private static void fetch(Centre centre) {
        centre.kiosks.forEach(CarriedKiosk::fetch);
    }

    private static void serve(Centre centre, boolean both) {
        var site = new ReferenceItem.Site("site-1", "试验一社区党群服务中心", new OrganizationId("c1"));
        centre.street.reference().publish(List.of(both ? site.serving(List.of(new OrganizationId("c2"))) : site));
    }

    private String code(int person) {
        var code = new MemberCode(
                OneDay.id(person), new CardSerial(person), OneDay.DAY.minusDays(9), OneDay.DAY.plusYears(1));
        return new MemberCodeSigner(key.getPrivate(), StreetKey.of(key.getPublic())).sign(code);
    }

    private static OrganizationId branch(int person) {
        return new OrganizationId("c" + (person <= 8 ? 1 : 2) + "-b" + ((person - 1) / 4 % 2 + 1));
    }

    private List<ReferenceItem> items() {
        var items = new ArrayList<ReferenceItem>();
        items.add(organization("street", "", OrganizationLevel.STREET_COMMITTEE));
        for (var community : List.of("c1", "c2")) {
            items.add(organization(community, "street", OrganizationLevel.COMMITTEE));
            items.add(organization(community + "-b1", community, OrganizationLevel.BRANCH));
            items.add(organization(community + "-b2", community, OrganizationLevel.BRANCH));
            items.add(new ReferenceItem.Site(
                    "site-" + community.charAt(1), "试验" + community + "党群服务中心", new OrganizationId(community)));
        }
        items.add(new ReferenceItem.StreetKey(1, key.getPublic(), Optional.empty()));
        for (int person = 1; person <= PEOPLE; person++) {
            items.add(new ReferenceItem.MemberItem(new Member(
                    OneDay.id(person),
                    new PersonName("样例" + (char) ('甲' + person)),
                    MemberStatus.FULL,
                    RelationKind.HOME,
                    branch(person),
                    Optional.empty())));
            items.add(new ReferenceItem.CardBinding(OneDay.card(person), OneDay.id(person)));
        }
        items.add(new ReferenceItem.ActivityItem(new Activity(
                JOINT,
                ActivityType.THEME_DAY,
                HOST,
                "试验联合主题党日",
                "活动室",
                OneDay.DAY,
                OneDay.at(9, 0),
                OneDay.at(11, 0),
                new CheckInWindow(OneDay.at(8, 0), OneDay.at(9, 10), OneDay.at(11, 0)),
                List.of(PARTNER),
                List.of(),
                Set.of())));
        return items;
    }

    private static ReferenceItem organization(String id, String parent, OrganizationLevel level) {
        return new ReferenceItem.OrganizationItem(new Organization(
                new OrganizationId(id),
                Optional.of(parent).filter(each -> !each.isEmpty()).map(OrganizationId::new),
                level,
                OrganizationClass.COMMUNITY,
                "试验" + id));
    }
}
