package cn.dangqun.simulation.machine;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.queue.Charge;
import cn.dangqun.domain.queue.OpeningHours;
import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.QueueRules;
import cn.dangqun.domain.queue.ServiceCategory;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.queue.Window;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.sync.SyncDoor;
import cn.dangqun.simulation.disk.Disk;
import cn.dangqun.simulation.line.Line;
import cn.dangqun.simulation.line.SimLoop;
import cn.dangqun.simulation.world.Chance;
import cn.dangqun.simulation.world.Life;
import cn.dangqun.simulation.world.Power;
import cn.dangqun.simulation.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The made-up street on which every story begins, laid out once for a process: two communities with two branches each,
/// people with cards, and kiosks that are enrolled. Every story gets copies of these disks.
public final class Ground implements AutoCloseable {
    public static final int KIOSKS = 4;
    public static final int PEOPLE = 32;
    public static final int BRANCHES = 4;
    /// People whose cards nobody knows; their numbers follow those of the others.
    public static final int GUESTS = 6;

    /// What people take numbers for.
    public static final ServiceId SERVICE = new ServiceId("sample");

    private static final int MOST_NUMBERS = 200;
    private static final long SEED = 7;
    private static final long PATIENCE = Duration.ofMinutes(10).toNanos();
    private static final String KIOSK_NAME = "样例一体机";
    private static final OrganizationId STREET = new OrganizationId("street");

    private final Path base;
    private final String fingerprint;

    private Ground(Path base, String fingerprint) {
        this.base = base;
        this.fingerprint = fingerprint;
    }

    /// One that was laid out before, by this program or by another one.
    public static Ground at(Path base, String fingerprint) {
        return new Ground(base, fingerprint);
    }

    public Path base() {
        return base;
    }

    /// In `base`, which is on a disk in memory where there is one.
    public static Ground layOut(Path base) {
        Chance.from(SEED);
        try {
            return new Ground(base, new Laying(base).lay());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the ground of all stories cannot be laid", e);
        } finally {
            Chance.end();
        }
    }

    /// In memory, or in the folder for temporary files.
    public static Path place() {
        var memory = Path.of("/dev/shm");
        try {
            return Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "dangqun-simulation")
                    : Files.createTempDirectory("dangqun-simulation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String fingerprint() {
        return fingerprint;
    }

    public Path street() {
        return base.resolve("street");
    }

    public Path kiosk(int number) {
        return base.resolve("kiosk-" + number);
    }

    public Path stories() {
        return base.resolve("stories");
    }

    @Override
    public void close() {
        Disk.delete(base);
    }

    public static KioskId kioskId(int number) {
        return new KioskId("kiosk-" + number);
    }

    private static String kioskName(int number) {
        return KIOSK_NAME + number;
    }

    /// The number of a kiosk from its name.
    public static int kioskNamed(String name) {
        return Integer.parseInt(name.substring(KIOSK_NAME.length()));
    }

    /// Kiosks 0 and 1 stand in one centre, 2 and 3 in the other.
    public static int community(int kiosk) {
        return kiosk / 2;
    }

    public static OrganizationId branch(int number) {
        return new OrganizationId("branch-" + number);
    }

    public static OrganizationId communityId(int number) {
        return new OrganizationId("community-" + number);
    }

    /// Of which branch somebody is, before anybody moves.
    public static int branchOf(int person) {
        return person % BRANCHES;
    }

    public static MemberId member(int person) {
        return new MemberId("M%03d".formatted(person));
    }

    public static String name(int person) {
        return "样例%03d".formatted(person);
    }

    /// What the card of somebody says of itself; `issue`: the how manieth card.
    public static byte[] card(int person, int issue) {
        return "%03d-%02d".formatted(person, issue).getBytes(StandardCharsets.US_ASCII);
    }

    private static final class Laying implements Line.Street {
        private final Path base;
        private final World world = new World(SEED);
        private final Power power = new Power(world);
        private final SimLoop loop = new SimLoop(power);
        private @org.jspecify.annotations.Nullable SyncDoor door;

        Laying(Path base) {
            this.base = base;
        }

        String lay() throws IOException, GeneralSecurityException {
            var data = Files.createDirectories(base.resolve("street"));
            var readers = new Readers();
            var clock = new Clocks(world, "street");
            var fresh = StreetMachine.ground(world, power, readers, false, world.split());
            var fingerprint = new String[1];
            power.waiting(() -> {
                try (var server = open(data, clock, fresh)) {
                    server.reference().publish(items(server));
                    door = new SyncDoor(
                            StreetMachine.settings(data).sync(),
                            server.begin(),
                            server.database().writer());
                    fingerprint[0] = server.ca().fingerprint();
                    for (int i = 0; i < KIOSKS; i++) {
                        enrol(server, i, fingerprint[0]);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            readers.close();
            if (!world.broken().isEmpty()) {
                throw new IllegalStateException("the ground broke: " + world.broken());
            }
            return fingerprint[0];
        }

        private static StreetServer open(Path data, Clocks clock, cn.dangqun.server.StreetGround ground)
                throws IOException {
            try {
                return StreetServer.open(StreetMachine.settings(data), clock, ground);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the street cannot be opened", e);
            }
        }

        private void enrol(StreetServer server, int number, String fingerprint) throws IOException {
            var site = "site-" + community(number);
            var code = server.codes().create(kioskId(number), kioskName(number), site);
            var empty = Files.createDirectories(base.resolve("empty"));
            var disk = new Disk(base.resolve("laying-" + number), empty);
            Files.createDirectories(disk.now());
            var kiosk = new KioskMachine(
                    world, "kiosk-" + number, kioskId(number), disk, new Line(world, this, number), fingerprint);
            kiosk.switchOn(Optional.of(code.text()));
            long until = world.now() + PATIENCE;
            while (world.now() < until && kiosk.reference().index().memberCount() < PEOPLE / 2) {
                world.runUntil(world.now() + Duration.ofSeconds(1).toNanos());
            }
            if (kiosk.reference().index().memberCount() < PEOPLE / 2) {
                throw new IllegalStateException("no kiosk is enrolled: " + world.broken());
            }
            kiosk.switchOff();
            Disk.copy(disk.now(), base.resolve("kiosk-" + number));
            Disk.delete(base.resolve("laying-" + number));
            world.runUntil(world.now() + Duration.ofMinutes(1).toNanos());
        }

        private static List<ReferenceItem> items(StreetServer server) {
            var items = new ArrayList<ReferenceItem>();
            items.add(organization(STREET, Optional.empty(), OrganizationLevel.STREET_COMMITTEE, "中共样例街道工作委员会"));
            for (int i = 0; i < 2; i++) {
                items.add(organization(
                        communityId(i), Optional.of(STREET), OrganizationLevel.COMMITTEE, "中共样例" + i + "社区委员会"));
                items.add(new ReferenceItem.Site("site-" + i, "样例" + i + "社区党群服务中心", communityId(i)));
                items.add(new ReferenceItem.SiteQueue(
                        new QueuePlan("site-" + i, List.of(new Window(1, "1号窗口", Set.of())), QueueRules.STANDARD)));
            }
            items.add(new ReferenceItem.Service(service(), STREET));
            for (int i = 0; i < BRANCHES; i++) {
                items.add(organization(
                        branch(i), Optional.of(communityId(i / 2)), OrganizationLevel.BRANCH, "样例第" + i + "党支部"));
            }
            for (int i = 0; i < PEOPLE; i++) {
                items.add(new ReferenceItem.MemberItem(new Member(
                        member(i),
                        new PersonName(name(i)),
                        MemberStatus.FULL,
                        RelationKind.HOME,
                        branch(branchOf(i)),
                        Optional.empty())));
                items.add(new ReferenceItem.CardBinding(server.cardKeyer().ofUid(card(i, 0)), member(i)));
            }
            return items;
        }

        private static ServiceItem service() {
            return new ServiceItem(
                    SERVICE,
                    ServiceCategory.RESIDENTS,
                    "样例事项",
                    Set.of(),
                    new Charge.Free(),
                    List.of(),
                    OptionalInt.empty(),
                    'A',
                    new OpeningHours(List.of(new OpeningHours.Shift(
                            EnumSet.allOf(DayOfWeek.class), LocalTime.of(0, 0), LocalTime.of(23, 59)))),
                    MOST_NUMBERS,
                    Duration.ofMinutes(5));
        }

        private static ReferenceItem organization(
                OrganizationId id, Optional<OrganizationId> parent, OrganizationLevel level, String name) {
            return new ReferenceItem.OrganizationItem(
                    new Organization(id, parent, level, OrganizationClass.COMMUNITY, name));
        }

        @Override
        public Optional<SyncDoor> door() {
            return Optional.ofNullable(door);
        }

        @Override
        public Life life() {
            return power.life();
        }

        @Override
        public SimLoop loop() {
            return loop;
        }
    }
}
