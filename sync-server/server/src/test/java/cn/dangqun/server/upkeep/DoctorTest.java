package cn.dangqun.server.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.Await;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.TestStreet;
import cn.dangqun.server.content.ContentStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    Path directory;

    /// Where a time service says that it runs.
    @TempDir
    Path machine;

    private TestStreet street;
    private ServerSettings settings;

    @BeforeEach
    void startStreet() throws Exception {
        street = new TestStreet(directory).withTwoCommunities();
        settings = street.settings();
        Files.createDirectories(machine.resolve("chrony"));
        Files.createFile(machine.resolve("chrony").resolve("chronyd.pid"));
    }

    @AfterEach
    void stopStreet() {
        street.close();
    }

    @Test
    void findsASoundStreetWell() throws Exception {
        withFacts();
        assertTrue(street.server().copy());
        date(street.clock.instant());

        assertTrue(line("数据库").startsWith("[正常]"));
        assertTrue(line("副本").startsWith("[正常]"), line("副本"));
        assertTrue(line("时钟").startsWith("[正常]"));
        assertTrue(line("端口").startsWith("[正常]"));
        assertTrue(line("证书").startsWith("[正常]"));
    }

    @Test
    void needsACopyOnceThereAreFacts() throws Exception {
        assertTrue(line("副本").startsWith("[正常]"), line("副本"));

        withFacts();

        assertTrue(line("副本").startsWith("[请处理] 副本：没有 "), line("副本"));
    }

    @Test
    void needsACopyOfTheseDaysThatIsSound() throws Exception {
        withFacts();
        assertTrue(street.server().copy());
        date(street.clock.instant().minus(Duration.ofHours(50)));
        assertTrue(line("副本").contains("超过两天"), line("副本"));

        Files.write(copied(), new byte[8192]);

        assertTrue(line("副本").contains("有损坏，不能用来恢复"), line("副本"));
    }

    @Test
    void findsAClockBehindWhatIsRecorded() throws Exception {
        street.enrol("kiosk-1", "site-1").connectAndGreet(TestLedger.EPOCH).close();
        street.clock.turn(Duration.ofDays(-1));

        Await.until("the hello is noted", () -> line("时钟").startsWith("[请处理] 时钟：现在是 "));
    }

    @Test
    void asksThePortsWhoAnswers() throws Exception {
        settings = withPort(street.port());
        assertTrue(line("端口").startsWith("[正常]"), line("端口"));

        int port;
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
            Thread.ofVirtual().start(() -> hangUpOnEverybody(other));
            settings = withPort(port);
            assertTrue(line("端口").contains("端口 " + port + " 被别的程序占用了"), line("端口"));
        }

        assertTrue(line("端口").startsWith("[请处理] 端口：端口 " + port + " 没有程序应答"), line("端口"));
    }

    private static void hangUpOnEverybody(ServerSocket listening) {
        try {
            while (true) {
                listening.accept().close();
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    @Test
    void warnsBeforeACertificateEnds() {
        street.clock.turn(Duration.ofDays(5 * 365 - 20));

        assertTrue(line("证书").startsWith("[请处理]"), line("证书"));
    }

    @Test
    void saysWhereNothingIsAndMakesNothing() {
        var nowhere = directory.resolve("nowhere");
        settings = new ServerSettings(nowhere, settings.zone(), settings.sync(), settings.console(), false);

        assertTrue(line("数据库").startsWith("[请处理] 数据库：没有 "), line("数据库"));
        assertTrue(line("证书").startsWith("[请处理] 证书：没有数据目录"), line("证书"));
        assertFalse(Files.exists(nowhere));
    }

    @Test
    void findsAPictureThatIsNotWhatItsNameSays() throws Exception {
        street.server().database().write((handle, changes) -> new ContentStore(handle).keep(new byte[100], 1));
        assertEquals("[正常] 上墙图片：共 1 张，约 0 MB，都完好。", line("上墙图片"));

        street.server()
                .database()
                .write((handle, changes) ->
                        handle.execute("UPDATE content_file SET content = ? WHERE street = 1", new byte[] {1}));

        assertTrue(line("上墙图片").startsWith("[请处理] 上墙图片：有 1 张和登记的不一样"), line("上墙图片"));
    }

    private void withFacts() throws Exception {
        var kiosk = street.enrol("kiosk-1", "site-1");
        var ledger = new TestLedger(kiosk.id()).checkIn("M-1");
        street.server()
                .ledger()
                .append(kiosk.id(), ledger.epoch(), ledger.pushAll())
                .orElseThrow()
                .join();
    }

    private Path copied() {
        return directory.resolve("copy").resolve("street-copy.db");
    }

    private void date(Instant at) throws Exception {
        Files.setLastModifiedTime(copied(), FileTime.from(at));
    }

    private ServerSettings withPort(int port) {
        return new ServerSettings(
                settings.data(),
                settings.zone(),
                new ServerSettings.Sync("127.0.0.1", port, 1 << 20, 4),
                new ServerSettings.Console("127.0.0.1", 0, Optional.empty()),
                false);
    }

    /// What is said of one thing; the thirteen are always said.
    private String line(String name) {
        var said = new ByteArrayOutputStream();
        Doctor.of(settings, street.clock, machine).look(new PrintStream(said, true, StandardCharsets.UTF_8));
        var lines = said.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(13, lines.size(), lines::toString);
        return lines.stream()
                .filter(each -> List.of("[正常] " + name + "：", "[请处理] " + name + "：").stream()
                        .anyMatch(each::startsWith))
                .findFirst()
                .orElseThrow();
    }
}
