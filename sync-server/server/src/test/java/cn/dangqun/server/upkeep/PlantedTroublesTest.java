package cn.dangqun.server.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.wire.Health;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.Await;
import cn.dangqun.server.TestKiosk;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.TestStreet;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A street in good order, a trouble planted in it, and the one line in which `doctor` finds it. Destroyed pages are in
/// [DestroyedPagesTest], ports and copies in [DoctorTest].
class PlantedTroublesTest {
    private static final KioskId KIOSK = new KioskId("kiosk-1");

    @TempDir
    Path folder;

    private TestStreet street;
    private Path otherDisk;
    private Path passphrase;
    private ServerSettings settings;

    @BeforeEach
    void aStreetInGoodOrder() throws Exception {
        street = new TestStreet(folder.resolve("street")).withTwoCommunities();
        otherDisk = Files.createTempDirectory(Path.of("/dev/shm"), "dangqun-backup-");
        passphrase = Files.writeString(folder.resolve("passphrase"), "一句只有街道知道的恢复口令\n");
        Files.createDirectories(folder.resolve("run/chrony"));
        Files.createFile(folder.resolve("run/chrony/chronyd.pid"));
        settings = with(new ServerSettings.Backup(Optional.of(otherDisk), Optional.of(passphrase), 30, 24));
        greet(street.enrol("kiosk-1", "site-1"));
        facts();
        backedUp();
        assertTrue(street.server().copy());
        Await.until("the hello is noted", () -> street.count("SELECT count(*) FROM kiosk WHERE health_at > 0") == 1);
    }

    @AfterEach
    void stopStreet() throws Exception {
        street.close();
        try (var all = Files.walk(otherDisk)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private ServerSettings with(ServerSettings.Backup backup) {
        var usual = street.settings();
        return new ServerSettings(usual.data(), usual.zone(), usual.sync(), usual.console(), backup, false);
    }

    private void greet(TestKiosk kiosk) throws Exception {
        try (var line = kiosk.connect()) {
            line.send(TestKiosk.hello(TestLedger.EPOCH)
                    .setLastSeq(0)
                    .setWallMillis(street.clock.millis())
                    .setHealth(Health.newBuilder().setFreeDiskBytes(1L << 40))
                    .build());
            line.welcome();
        }
    }

    private void facts() throws Exception {
        var ledger = new TestLedger(KIOSK).checkIn("M-1").checkIn("M-2");
        street.server()
                .ledger()
                .append(KIOSK, ledger.epoch(), ledger.pushAll())
                .orElseThrow()
                .join();
    }

    /// As the backup of this moment leaves it.
    private void backedUp() throws IOException {
        Files.write(otherDisk.resolve("street-of-today.dqb"), new byte[1000]);
        change("INSERT INTO backup (street, made_at, name, place, bytes) VALUES (1, "
                + street.clock.instant().toEpochMilli() + ", 'street-of-today.dqb', '" + otherDisk + "', 1000)");
    }

    private List<String> troubles() {
        var said = new ByteArrayOutputStream();
        var well = Doctor.of(settings, street.clock, folder.resolve("run"))
                .look(new PrintStream(said, true, StandardCharsets.UTF_8));
        var troubles = said.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(each -> each.startsWith("[请处理] "))
                .toList();
        assertEquals(troubles.isEmpty(), well);
        return troubles;
    }

    private void assertFound(String beginning, String... parts) {
        var troubles = troubles();
        assertEquals(1, troubles.size(), troubles::toString);
        assertTrue(troubles.getFirst().startsWith("[请处理] " + beginning), troubles::toString);
        for (var part : parts) {
            assertTrue(troubles.getFirst().contains(part), troubles::toString);
        }
    }

    private void change(String sql) {
        street.server().database().write((handle, changes) -> handle.execute(sql));
    }

    @Test
    void noneInGoodOrder() {
        assertEquals(List.of(), troubles());
    }

    @Test
    void noBackupsAtAll() {
        settings = with(ServerSettings.Backup.NOWHERE);
        change("DELETE FROM backup");

        assertFound("备份：没有备份", "移动硬盘或网络盘");
    }

    @Test
    void backupsThatNobodyMadeForDays() {
        street.clock.turn(Duration.ofHours(50));
        change("UPDATE kiosk SET last_contact_at = " + street.clock.instant().toEpochMilli());

        var troubles = troubles();
        assertTrue(troubles.stream().anyMatch(each -> each.startsWith("[请处理] 备份：最近一份是 ")), troubles::toString);
    }

    @Test
    void aDiskThatWasUnplugged() {
        settings =
                with(new ServerSettings.Backup(Optional.of(folder.resolve("none")), Optional.of(passphrase), 30, 24));

        assertFound("备份：目录 ", "接好了吗");
    }

    @Test
    void backupsOnTheDiskOfTheData() throws Exception {
        var same = Files.createDirectory(folder.resolve("same"));
        settings = with(new ServerSettings.Backup(Optional.of(same), Optional.of(passphrase), 30, 24));

        assertFound("备份：备份目录 ", "同一块硬盘");
    }

    @Test
    void aBackupThatIsGoneOrCutShort() throws Exception {
        try (var files = Files.list(otherDisk)) {
            for (var each : files.toList()) {
                Files.write(each, new byte[10]);
            }
        }

        assertFound("备份：最近一份 ", "大小不对");
    }

    @Test
    void aPassphraseThatIsNotThere() throws Exception {
        Files.delete(passphrase);

        assertFound("备份：没有恢复口令");
    }

    @Test
    void aMachineWhoseClockNobodySets() throws Exception {
        Files.delete(folder.resolve("run/chrony/chronyd.pid"));

        assertFound("时钟：没有发现对时服务");
    }

    @Test
    void aClockUnlikeThoseOfTheKiosks() throws Exception {
        greet(street.enrol("kiosk-2", "site-2"));
        Await.until("both were heard of", () -> street.count("SELECT count(*) FROM kiosk WHERE health_at > 0") == 2);
        change("UPDATE kiosk SET clock_ahead_millis = 600000");

        var troubles = troubles();
        assertTrue(troubles.stream().anyMatch(each -> each.startsWith("[请处理] 时钟：多数一体机")), troubles::toString);
    }

    @Test
    void aKeyThatOthersMayRead() throws IOException {
        Files.setPosixFilePermissions(settings.data().resolve("ca.pem"), PosixFilePermissions.fromString("rw-r--r--"));

        assertFound("文件权限：", "ca.pem", "chmod go=");
    }

    @Test
    void aKeyOfAnotherCertificate() throws Exception {
        var key = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate();
        var tls = new ServerSettings.Tls(
                pem(
                        "console.pem",
                        "CERTIFICATE",
                        street.server().ca().certificate().getEncoded()),
                pem("console.key", "PRIVATE KEY", key.getEncoded()));
        settings = new ServerSettings(
                settings.data(),
                settings.zone(),
                settings.sync(),
                new ServerSettings.Console("127.0.0.1", 0, Optional.of(tls)),
                settings.backup(),
                false);

        assertFound("证书：网页的私钥 ", "不是一对");
    }

    private Path pem(String name, String kind, byte[] der) throws IOException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, text, kind));
    }

    @Test
    void aKioskThatIsSilent() {
        var silentSince = street.clock.instant().minus(Duration.ofDays(3)).toEpochMilli();
        change("UPDATE kiosk SET last_contact_at = " + silentSince);

        assertFound("一体机：样例一体机：", "3 天");
    }

    @Test
    void aKioskWithAnotherHistory() {
        street.server().ledger().notedFork(KIOSK, TestLedger.EPOCH, 2);

        Await.until("the conflict is noted", () -> !troubles().isEmpty());
        assertFound("一体机：样例一体机：");
        assertEquals(
                1,
                street.count(
                        "SELECT count(*) FROM ledger_conflict WHERE kind = '" + Refusal.Reason.CHAIN_FORKED + "'"));
    }

    @Test
    void recordsThatNobodyCanRead() throws Exception {
        var ledger =
                new TestLedger(KIOSK).checkIn("M-1").checkIn("M-2").addBytes(ByteString.copyFromUtf8("not a record"));
        street.server()
                .ledger()
                .append(KIOSK, ledger.epoch(), ledger.push(3, 3))
                .orElseThrow()
                .join();

        assertFound("未计入的记录：有 1 条");
    }

    @Test
    void aDatabaseOfANewerProgram() {
        change("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success) VALUES (9999, '9999', 'later', 'SQL', 'V9999__later.sql',"
                + " 1, '', 1, 1)");

        assertFound("数据库：数据库是更新版本的程序写的");
    }

    @Test
    void recordsThatAKioskStillOwesARestoredStreet() {
        change("INSERT INTO healing (street, kiosk, epoch, from_seq, through_seq, noted_at) VALUES (1, 'kiosk-1', '"
                + TestLedger.EPOCH.hex() + "', 2, 9, 1)");

        assertFound("恢复补传：kiosk-1 应补传 8 条，已到 1 条");
    }
}
