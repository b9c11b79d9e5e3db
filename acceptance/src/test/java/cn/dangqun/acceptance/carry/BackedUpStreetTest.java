package cn.dangqun.acceptance.carry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.acceptance.process.ChildProcess;
import cn.dangqun.acceptance.process.CrowdedStreet;
import cn.dangqun.acceptance.process.KioskProcess;
import cn.dangqun.acceptance.process.StreetProcess;
import cn.dangqun.bench.page.ConsoleReader;
import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.StreetServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The street is backed up while people come to two kiosks; then its machine is lost. On an empty
/// place it comes back from the backup, the kiosks find it by the keys they know, and everybody counts.
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("real-time")
class BackedUpStreetTest {
    private static final int PEOPLE = 1000;
    private static final int HALF = PEOPLE / 2;
    private static final int AT_ONCE = 5;
    private static final Duration PACE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MAIN = "cn.dangqun.server.ServerMain";
    private static final List<KioskId> KIOSKS = List.of(new KioskId("kiosk-1"), new KioskId("kiosk-2"));

    @TempDir
    Path folder;

    private Path settings;
    private final List<Path> kioskSettings = new ArrayList<>();
    private final List<ScreenlessKiosk> kiosks = new ArrayList<>();
    private final AtomicLong counted = new AtomicLong();
    private final AtomicBoolean enough = new AtomicBoolean();

    @BeforeEach
    void prepare() throws Exception {
        CrowdedStreet.prepare(folder, PEOPLE);
        int port = KioskProcess.freePort();
        settings = StreetProcess.settings(folder, port, false);
        Files.writeString(settings, Files.readString(settings) + """
                [backup]
                directory = "disk"
                passphrase_file = "passphrase"
                """);
        Files.createDirectory(folder.resolve("disk"));
        Files.writeString(folder.resolve("passphrase"), "一句只有街道知道的恢复口令\n");
        try (var street = StreetServer.open(SettingsFile.loadServer(settings), Clock.systemUTC())) {
            for (var kiosk : KIOSKS) {
                var code = street.codes()
                        .create(kiosk, kiosk.value(), CrowdedStreet.SITE)
                        .text();
                kioskSettings.add(KioskProcess.write(new KioskProcess.Plan(
                        folder.resolve(kiosk.value()), port, street.ca().fingerprint(), code, 600, 1000, "")));
            }
        }
    }

    @AfterEach
    void close() throws Exception {
        for (var kiosk : kiosks) {
            kiosk.close();
        }
    }

    @Test
    void comesBackOnAnEmptyPlaceAndEverybodyCounts() throws Exception {
        String login;
        String password;
        Matcher backup;
        try (var street = StreetProcess.start(folder, settings)) {
            login = street.login();
            password = street.password();
            for (var each : kioskSettings) {
                kiosks.add(new ScreenlessKiosk(each));
            }
            backup = backupWhilePeopleCome();
            for (var kiosk : kiosks) {
                kiosk.awaitSentAll();
            }
            assertEquals(counted.get(), present(street, login, password));
        }
        lose(folder.resolve("street"));

        var restored = command("restore", "恢复好了.*、([0-9]+) 条记录", backup.group(1));

        assertEquals(backup.group(2), restored.group(1), "as many records as were backed up");
        try (var street = StreetProcess.start(folder, settings)) {
            for (var kiosk : kiosks) {
                kiosk.awaitSentAll();
            }
            assertEquals(counted.get(), present(street, login, password));
            var healed = command("doctor", "^(.*恢复补传：.*)$").group(1);
            assertTrue(healed.startsWith("[正常]"), healed);
            assertTrue(again(healed) > 0, healed);
        }
    }

    /// Those who come before, during and after it; what it says of itself.
    private Matcher backupWhilePeopleCome() throws Exception {
        // closed in the other order: who still wants to come is told that it is over, then waited for
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor();
                AutoCloseable _ = () -> enough.set(true)) {
            for (int i = 0; i < kiosks.size(); i++) {
                int number = i;
                var _ = crowd.submit(() -> come(number));
            }
            ScreenlessKiosk.await("people come", () -> counted.get() > 4 * AT_ONCE);
            long before = counted.get();
            var said = command("backup", "备份做好了：(\\S+\\.dqb)。.*、([0-9]+) 条记录");
            System.out.printf("%d people came while the backup was made%n", counted.get() - before);
            for (int i = 0; i < kiosks.size(); i++) {
                comeAtOnce(i, HALF - AT_ONCE + 1);
            }
            long held = Long.parseLong(said.group(2));
            assertTrue(held >= before, "those who came before stand in it");
            assertTrue(held < counted.get(), "somebody came after its moment: " + held + " of " + counted.get());
            return said;
        }
    }

    /// All but those who are kept for the end; a hundred a second, so that they do not all come before it begins.
    private void come(int kiosk) {
        for (int person = 1; person <= HALF - 2 * AT_ONCE && !enough.get(); person += AT_ONCE) {
            comeAtOnce(kiosk, person);
            LockSupport.parkNanos(PACE.toNanos());
        }
    }

    private void comeAtOnce(int kiosk, int person) {
        int from = kiosk * HALF + person;
        counted.addAndGet(kiosks.get(kiosk).tapAtOnce(from, from + AT_ONCE - 1));
    }

    private Matcher command(String command, String answer, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(MAIN, command, settings.toString()));
        all.addAll(List.of(arguments));
        try (var process = ChildProcess.java(command, folder.resolve(command + ".log"), Map.of(), List.of(), all)) {
            return process.await(answer, PATIENCE);
        }
    }

    private static long present(StreetProcess street, String login, String password) throws Exception {
        return ConsoleReader.signIn(URI.create(street.console()), login, password)
                .figures(CrowdedStreet.ACTIVITY.value())
                .present();
    }

    private static void lose(Path directory) throws Exception {
        try (var all = Files.walk(directory)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static long again(String line) {
        return Pattern.compile("补传 ([0-9]+) 条，补齐了")
                .matcher(line)
                .results()
                .mapToLong(each -> Long.parseLong(each.group(1)))
                .sum();
    }
}
