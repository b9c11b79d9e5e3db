package cn.dangqun.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Health;
import cn.dangqun.protocol.wire.Heartbeat;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.db.Database;
import cn.dangqun.store.DirectoryInUseException;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.util.io.pem.PemReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The server as a process of its own, driven from the command line.
@Timeout(300)
@Tag("real-time")
class ServerMainTest {
    private static final Pattern READY =
            Pattern.compile("ready sync=127\\.0\\.0\\.1:(\\d+) fingerprint=([0-9a-f]{64}) console=\\S+");
    private static final int SIGTERM_EXIT = 143;

    private static final String SETTINGS = """
            data = "street"
            demo = true
            [sync]
            host = "127.0.0.1"
            port = 0
            [console]
            host = "127.0.0.1"
            port = 0
            """;

    @TempDir
    static Path demonstrations;

    @TempDir
    Path directory;

    private Path settings;
    private final List<Process> started = new ArrayList<>();
    private Process server;
    private int port;
    private String fingerprint;

    @BeforeAll
    static void fillTheDemonstration() throws Exception {
        var text = SETTINGS.replace("data = \"street\"", "data = \"filled\"");
        var settings = Files.writeString(demonstrations.resolve("street.toml"), text);
        try (var street = StreetServer.open(SettingsFile.loadServer(settings), Clock.systemUTC())) {
            street.publishDemo();
        }
    }

    @BeforeEach
    void write() throws Exception {
        settings = Files.writeString(directory.resolve("street.toml"), SETTINGS);
    }

    /// From a demonstration that is filled already; filling one from nothing is what `./run demo` does in the gate.
    private void serve() throws Exception {
        copy(demonstrations.resolve("filled"), directory.resolve("street"));
        server = start("serve", settings.toString());
        var ready = READY.matcher(firstLine(server));
        assertTrue(ready.lookingAt());
        port = Integer.parseInt(ready.group(1));
        fingerprint = ready.group(2);
    }

    @AfterEach
    void endWhatRuns() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void enrolsServesRevokesAndStopsInOrder() throws Exception {
        serve();
        var answer = run("enrol-code", settings.toString(), "kiosk-1", "样例一体机", "site-1");
        var code = answer.replaceAll(".*code=(\\S+).*", "$1");
        assertTrue(answer.contains("fingerprint=" + fingerprint));
        var kiosk = TestKiosk.fresh(port, ca());
        try (var line = kiosk.connect()) {
            kiosk.accept(line.enrol(code, kiosk));
        }

        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH)) {
            assertTrue(line.page().getChangesCount() > 100, "the demonstration's first community");
            line.heartbeat(Heartbeat.getDefaultInstance());

            assertEquals("revoked kiosk=kiosk-1", run("revoke", settings.toString(), "kiosk-1"));

            line.read();
            line.refusal(Refusal.Reason.REVOKED);
        }
        server.destroy();
        assertTrue(server.waitFor(30, TimeUnit.SECONDS));
        assertEquals(SIGTERM_EXIT, server.exitValue());
        assertEquals(List.of("ENROLMENT_CODE_CREATED kiosk-1", "KIOSK_REVOKED kiosk-1"), recorded());
    }

    /// What the console's record says was done at the command line.
    private List<String> recorded() {
        try (var database = Database.open(StreetServer.databaseFile(directory.resolve("street")))) {
            return database.read(handle -> handle.createQuery(
                            "SELECT action || ' ' || subject FROM audit_entry WHERE street = 1 AND remote = '-'"
                                    + " AND subject = 'kiosk-1' ORDER BY at, rowid")
                    .mapTo(String.class)
                    .list());
        }
    }

    @Test
    void revokesAKioskThatHoldsUnsentFactsOnlyWhenToldTwice() throws Exception {
        serve();
        var answer = run("enrol-code", settings.toString(), "kiosk-1", "样例一体机", "site-1");
        var kiosk = TestKiosk.fresh(port, ca());
        try (var line = kiosk.connect()) {
            kiosk.accept(line.enrol(answer.replaceAll(".*code=(\\S+).*", "$1"), kiosk));
        }
        try (var line = kiosk.connect()) {
            var health = Health.newBuilder().setUnsent(2).setOldestUnsentWallMillis(1);
            line.send(TestKiosk.hello(TestLedger.EPOCH).setHealth(health).build());
            line.welcome();
            line.page();
            line.heartbeat(Heartbeat.newBuilder().setHealth(health).build());
            line.read(Frame.BodyCase.HEARTBEAT_REPLY);
        }

        var refused = start("revoke", settings.toString(), "kiosk-1");

        assertTrue(firstLine(refused).contains("还有 2 条记录没有传来"));
        assertEquals(1, refused.waitFor());
        assertEquals("revoked kiosk=kiosk-1", run("revoke", settings.toString(), "kiosk-1", "anyway"));
    }

    @Test
    void saysInALineOfTheDoctorWhatIsWrongInTheSettings() throws Exception {
        var misspelt = Files.writeString(
                directory.resolve("misspelt.toml"), Files.readString(settings) + "[backup]\ndirctory = \"x\"\n");

        var doctor = start("doctor", misspelt.toString());

        assertTrue(firstLine(doctor).startsWith("[请处理] 设置：backup.dirctory"));
        assertEquals(1, doctor.waitFor());
    }

    @Test
    void refusesASecondServerInTheSameDirectory() throws Exception {
        serve();
        var second = start("serve", settings.toString());

        assertTrue(second.waitFor(60, TimeUnit.SECONDS));
        assertEquals(DirectoryInUseException.EXIT, second.exitValue());
    }

    @Test
    void refusesToDemonstrateWhatNobodyBroughtAlong() throws Exception {
        var installed = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(each -> !each.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        var empty = Files.writeString(
                directory.resolve("empty.toml"), Files.readString(settings).replace("street\"", "empty\""));

        var refused = startWith(installed, "serve", empty.toString());

        assertTrue(refused.waitFor(60, TimeUnit.SECONDS));
        assertEquals(2, refused.exitValue());
        assertTrue(firstLine(refused).contains("不含演示数据"));
        assertFalse(Files.exists(directory.resolve("empty")));
    }

    @Test
    void refusesToDemonstrateInAStreetThatIsInUse() throws Exception {
        var text = Files.readString(settings).replace("street\"", "own\"");
        var own = Files.writeString(directory.resolve("own.toml"), text.replace("demo = true", ""));
        try (var street = StreetServer.open(SettingsFile.loadServer(own), Clock.systemUTC())) {
            assertEquals(List.of(), street.firstLogins());
            assertTrue(street.accountCommands(new PrintStream(OutputStream.nullOutputStream()), "test")
                    .firstPassword());
        }
        Files.writeString(own, text);
        var database = directory.resolve("own").resolve("street.db");
        var before = Files.readAllBytes(database);

        var refused = start("serve", own.toString());

        assertTrue(refused.waitFor(60, TimeUnit.SECONDS));
        assertEquals(4, refused.exitValue());
        assertTrue(firstLine(refused).contains("已经有正式使用的数据"));
        assertArrayEquals(before, Files.readAllBytes(database));
    }

    @Test
    void goesOnWithADemonstrationThatKiosksHaveJoined() throws Exception {
        serve();
        run("enrol-code", settings.toString(), "kiosk-1", "样例一体机", "site-1");
        server.destroy();
        assertTrue(server.waitFor(30, TimeUnit.SECONDS));

        server = start("serve", settings.toString());

        assertTrue(READY.matcher(firstLine(server)).lookingAt());
    }

    @Test
    void looksAtWhatItStandsOnBesideTheServer() throws Exception {
        serve();
        var doctor = start("doctor", settings.toString());
        var said = new String(doctor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(said.contains("[请处理]") ? 1 : 0, doctor.waitFor());
        assertTrue(said.contains("[正常] 数据库："), said);
        assertEquals(13, said.lines().count(), said);
    }

    @Test
    void saysHowItIsUsed() throws Exception {
        var unknown = start("dance");

        assertTrue(unknown.waitFor(60, TimeUnit.SECONDS));
        assertEquals(2, unknown.exitValue());
        assertTrue(firstLine(unknown).startsWith("serve SETTINGS"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private X509Certificate ca() throws Exception {
        try (var pem = new PemReader(
                Files.newBufferedReader(directory.resolve("street").resolve("ca.pem")))) {
            for (var object = pem.readPemObject(); ; object = pem.readPemObject()) {
                if (object.getType().equals("CERTIFICATE")) {
                    return (X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(object.getContent()));
                }
            }
        }
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        var process = start(arguments);
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), answer);
        return answer;
    }

    private Process start(String... arguments) throws IOException {
        return startWith(System.getProperty("java.class.path"), arguments);
    }

    private Process startWith(String classPath, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                ServerMain.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectError(directory.resolve(arguments[0] + ".log").toFile())
                .start();
        started.add(process);
        return process;
    }

    private static String firstLine(Process process) throws IOException {
        var line = process.inputReader(StandardCharsets.UTF_8).readLine();
        return line == null ? "" : line;
    }
}
