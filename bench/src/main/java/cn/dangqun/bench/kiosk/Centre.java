package cn.dangqun.bench.kiosk;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.credential.CardKeyer;
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
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.demo.SimulatorLine;
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.db.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// A packaged kiosk with its screens in a process of its own, its reader a simulated one, at a street that runs in this
/// process: one centre, one branch, one activity for the whole day. For one thread.
final class Centre implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String PAINTED = "its first screen painted";
    private static final String READY = "with a roster of";
    private static final int PATIENCE_SECONDS = 60;
    private static final OrganizationId COMMUNITY = new OrganizationId("c-1");

    private final StreetServer street;
    private final Process kiosk;
    private final BufferedReader log;
    private final SimulatorLine simulator;

    private Centre(StreetServer street, Process kiosk, int control) {
        this.street = street;
        this.kiosk = kiosk;
        this.log = kiosk.inputReader();
        this.simulator = new SimulatorLine(control);
    }

    /// Opens with so many people on the roll. `tree`: what `./run package` leaves; `options`: more words for
    /// the kiosk's Java.
    static Centre open(Path folder, Path tree, String display, int people, List<String> options) throws Exception {
        var street = street(folder);
        street.reference().publish(items(people, street.cardKeyer()));
        return open(street, folder, tree, display, options, READY);
    }

    /// The same where nothing is on: nobody checks in, and the wall's pages take turns. `hangings`: what is on it.
    static Centre atRest(Path folder, Path tree, String display, Hangings hangings, List<String> options)
            throws Exception {
        var street = street(folder);
        var items = new ArrayList<>(organizations());
        items.addAll(hangings.on(street.database(), COMMUNITY));
        street.reference().publish(items);
        return open(street, folder, tree, display, options, PAINTED);
    }

    /// What hangs on the wall of a community.
    interface Hangings {
        List<ReferenceItem> on(Database street, OrganizationId community) throws IOException;
    }

    /// Returns when the kiosk has said that it is `ready`.
    private static Centre open(
            StreetServer street, Path folder, Path tree, String display, List<String> options, String ready)
            throws IOException {
        try {
            var sync = street.listen();
            int control = freePort();
            var settings = settings(folder, sync.address().getPort(), street, control);
            var kiosk = launch(folder, tree, display, settings, options);
            var centre = new Centre(street, kiosk, control);
            centre.await(ready);
            return centre;
        } catch (IOException | RuntimeException e) {
            street.close();
            throw e;
        }
    }

    private static StreetServer street(Path folder) throws IOException, GeneralSecurityException {
        return StreetServer.open(
                new ServerSettings(
                        Files.createDirectories(folder.resolve("street")),
                        ZONE,
                        new ServerSettings.Sync("127.0.0.1", 0, 1 << 20, 8),
                        new ServerSettings.Console("127.0.0.1", 0),
                        false),
                Clock.systemUTC());
    }

    private static List<ReferenceItem> organizations() {
        return List.of(
                organization("street", Optional.empty(), OrganizationLevel.STREET_COMMITTEE, "试验街道工委"),
                organization("c-1", Optional.of("street"), OrganizationLevel.COMMITTEE, "试验社区党委"),
                organization("b-1", Optional.of("c-1"), OrganizationLevel.BRANCH, "试验第一党支部"),
                new ReferenceItem.Site("site-1", "试验社区党群服务中心", COMMUNITY));
    }

    private static List<ReferenceItem> items(int people, CardKeyer keyer) {
        var items = new ArrayList<>(organizations());
        var branch = new OrganizationId("b-1");
        var now = Instant.now();
        items.add(new ReferenceItem.ActivityItem(new Activity(
                new ActivityId("a-1"),
                ActivityType.THEME_DAY,
                branch,
                "主题党日",
                "党员活动室",
                LocalDate.ofInstant(now, ZONE),
                now.minus(Duration.ofMinutes(5)),
                now.plus(Duration.ofHours(12)),
                new CheckInWindow(
                        now.minus(Duration.ofHours(2)),
                        now.plus(Duration.ofHours(11)),
                        now.plus(Duration.ofHours(12))))));
        IntStream.rangeClosed(1, people).forEach(number -> {
            var member = new MemberId("M-" + number);
            items.add(new ReferenceItem.MemberItem(new Member(
                    member,
                    new PersonName("试验" + number),
                    MemberStatus.FULL,
                    RelationKind.HOME,
                    branch,
                    Optional.empty())));
            items.add(new ReferenceItem.CardBinding(keyer.ofUid(uid(number)), member));
        });
        return items;
    }

    private static ReferenceItem organization(
            String id, Optional<String> parent, OrganizationLevel level, String name) {
        return new ReferenceItem.OrganizationItem(new Organization(
                new OrganizationId(id), parent.map(OrganizationId::new), level, OrganizationClass.COMMUNITY, name));
    }

    private static byte[] uid(int number) {
        return new byte[] {4, (byte) 0xBE, 0x30, 0, (byte) (number >> 8), (byte) number, (byte) 0x80};
    }

    private static Path settings(Path folder, int port, StreetServer street, int control) throws IOException {
        var code =
                street.codes().create(new KioskId("kiosk-1"), "试验一体机", "site-1").text();
        return Files.writeString(
                folder.resolve("kiosk.toml"), """
                data = "kiosk"
                site_name = "试验社区党群服务中心"
                [server]
                host = "127.0.0.1"
                port = %d
                fingerprint = "%s"
                [screen]
                width = 1080
                height = 1920
                [[device]]
                name = "读卡器"
                driver = "sim-reader"
                [[device]]
                name = "三色灯"
                driver = "sim-light"
                [[device]]
                name = "音箱"
                driver = "sim-voice"
                [[device]]
                name = "模拟器"
                driver = "sim-control"
                port = %d
                [demo]
                enrolment_code = "%s"
                """.formatted(port, street.ca().fingerprint(), control, code));
    }

    private static Process launch(Path folder, Path tree, String display, Path settings, List<String> options)
            throws IOException {
        var home = tree.resolve("usr/lib/dangqun-kiosk");
        var words = new ArrayList<String>();
        words.add(home.resolve("runtime/bin/java").toString());
        words.add("@" + home.resolve("java.options"));
        words.addAll(options);
        words.addAll(List.of(
                "-Djavafx.cachedir=" + folder.resolve("javafx"),
                "-Dorg.sqlite.lib.path=" + home.resolve("native"),
                "-Dorg.sqlite.lib.name=libsqlitejdbc.so",
                "-cp",
                home.resolve("lib") + "/*:" + simulator(),
                "cn.dangqun.kiosk.shell.KioskMain",
                settings.toString()));
        var builder = new ProcessBuilder(words);
        builder.environment().put("DISPLAY", display);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder.redirectErrorStream(true).start();
    }

    /// What pretends to be a reader, which no package holds.
    private static String simulator() {
        return List.of(System.getProperty("java.class.path").split(":")).stream()
                .filter(each -> each.contains("dangqun-devices-simulator"))
                .findFirst()
                .orElseThrow();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Holds somebody's card to the reader; returns the nanoseconds until the screen that says so was painted.
    long checkIn(int person) throws IOException {
        var words = "tap uid " + HexFormat.of().withUpperCase().formatHex(uid(person));
        long began = System.nanoTime();
        var answer = simulator.say(words);
        if (!answer.equals("ok")) {
            throw new IOException(words + ": " + answer);
        }
        await("shown CHECKED_IN");
        return System.nanoTime() - began;
    }

    /// The process of the kiosk.
    ProcessHandle process() {
        return kiosk.toHandle();
    }

    /// Waits until the kiosk says something with these words in it; returns that line.
    String await(String said) throws IOException {
        String line;
        do {
            line = log.readLine();
            if (line == null) {
                throw new IOException("the kiosk ended before it said: " + said);
            }
        } while (!line.contains(said));
        return line;
    }

    /// Ends the kiosk as systemd does: what it says on its way is heard to the end.
    @Override
    public void close() {
        kiosk.toHandle().destroy();
        Thread.ofPlatform().daemon().start(this::hearOut);
        try {
            if (!kiosk.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                kiosk.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        street.close();
    }

    private void hearOut() {
        try {
            log.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
