package cn.dangqun.acceptance.window;

import cn.dangqun.acceptance.process.ChildProcess;
import cn.dangqun.acceptance.process.CrowdedStreet;
import cn.dangqun.acceptance.process.KioskProcess;
import cn.dangqun.config.demo.DemoStreet;
import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.queue.Audience;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A street's server in this process, and a kiosk in another whose hall is full; it can be killed and started again.
final class Hall implements AutoCloseable {
    static final KioskId KIOSK = new KioskId("hall-1");
    static final int WINDOWS = 4;
    private static final int LETTERS = 12;
    private static final String NOBODY_COMES = "nobody comes any more";
    private static final Pattern PRINTING = Pattern.compile("^printing|^" + NOBODY_COMES);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final StreetServer street;
    private final Path settings;
    private final int port = KioskProcess.freePort();
    private final int first;
    private final int numbers;
    private ChildProcess kiosk;

    /// `first` people have a number before anybody is called; the others get theirs on paper meanwhile.
    Hall(Path folder, int first, int numbers) throws Exception {
        this.folder = folder;
        this.first = first;
        this.numbers = numbers;
        street = StreetServer.open(
                SettingsFile.loadServer(CrowdedStreet.prepare(folder.resolve("office"), 1)), Clock.systemUTC());
        street.reference().publish(items());
        var sync = street.listen();
        // as an administrator has written it on the kiosk's page before the machine came
        street.database()
                .write((handle, changes) -> handle.execute(
                        "INSERT INTO kiosk (id, name, site, created_at, enrolled_at, window_address)"
                                + " VALUES (?, '大厅一体机', ?, 0, 0, '127.0.0.1')",
                        KIOSK.value(),
                        CrowdedStreet.SITE));
        var code = street.codes().create(KIOSK, "大厅一体机", CrowdedStreet.SITE).text();
        settings = KioskProcess.write(new KioskProcess.Plan(
                folder.resolve("kiosk"),
                sync.address().getPort(),
                street.ca().fingerprint(),
                code,
                1080,
                1920,
                "[window]\nport = " + port + "\n[[device]]\nname = \"打印机\"\ndriver = \"sim-printer\"\n"));
        Files.writeString(settings, "zone = \"" + zoneAtNoon() + "\"\n" + Files.readString(settings));
        kiosk = start();
    }

    /// Numbers are of one day: the hall stands where it is noon now.
    static String zoneAtNoon() {
        int ahead = 12 - Clock.systemUTC().instant().atZone(ZoneOffset.UTC).getHour();
        return ahead == 0 ? "Etc/GMT" : "Etc/GMT" + (ahead > 0 ? "-" : "+") + Math.abs(ahead);
    }

    static List<ReferenceItem> items() {
        var items = new ArrayList<ReferenceItem>();
        var verifier =
                new DemoStreet().staff().values().iterator().next().getFirst().pinVerifier();
        var around = new OpeningHours(
                List.of(new OpeningHours.Shift(Set.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.of(23, 59))));
        for (int i = 0; i < LETTERS; i++) {
            items.add(new ReferenceItem.Service(
                    new ServiceItem(
                            new ServiceId("service-" + i),
                            ServiceCategory.SERVICES,
                            "便民事项" + (i + 1),
                            Set.of(Audience.RESIDENTS),
                            new Charge.Free(),
                            List.of(),
                            OptionalInt.empty(),
                            (char) ('A' + i),
                            around,
                            990,
                            Duration.ofMinutes(6)),
                    new OrganizationId("street")));
        }
        items.add(new ReferenceItem.SiteQueue(new QueuePlan(
                CrowdedStreet.SITE,
                IntStream.rangeClosed(1, WINDOWS)
                        .mapToObj(number -> new Window(number, "综合窗口", Set.of()))
                        .toList(),
                QueueRules.STANDARD)));
        for (int i = 1; i <= WINDOWS; i++) {
            items.add(new ReferenceItem.Staff("w-" + i, person(i), verifier, ""));
        }
        return items;
    }

    static String person(int window) {
        return "窗口样例" + "甲乙丙丁".charAt(window - 1);
    }

    private ChildProcess start() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var started = ChildProcess.start(
                "hall",
                folder.resolve("hall.log"),
                Map.of(),
                List.of(
                        java,
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HallMain.class.getName(),
                        settings.toString(),
                        Integer.toString(first),
                        Integer.toString(numbers)));
        started.await("window page is served", PATIENCE);
        started.await("^taken", PATIENCE.multipliedBy(10));
        return started;
    }

    /// In the moment in which the printer has a number, as long as there are any to print.
    void killAndStartAgain() throws Exception {
        if (!isEverybodyThere()) {
            kiosk.await(PRINTING, kiosk.lineCount(), PATIENCE);
        }
        kiosk.kill();
        kiosk = start();
    }

    boolean isEverybodyThere() {
        return kiosk.lines().stream().anyMatch(line -> line.text().equals(NOBODY_COMES));
    }

    void kill() throws Exception {
        kiosk.kill();
    }

    String address() {
        return "https://127.0.0.1:" + port;
    }

    /// What the computers at the windows trust.
    X509Certificate authority() {
        return street.windows().certificate();
    }

    Path ledger() {
        return folder.resolve("kiosk").resolve("kiosk").resolve("ledger.db");
    }

    @Override
    public void close() {
        kiosk.close();
        street.close();
    }
}
