package cn.dangqun.config.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    private static final String FINGERPRINT = "ab".repeat(32);

    @TempDir
    Path folder;

    @Test
    void readsAKioskWithItsDevices() throws Exception {
        var settings = SettingsFile.loadKiosk(written("""
                data = "state"
                site_name = "示例社区党群服务中心"
                [server]
                host = "127.0.0.1"
                port = 7443
                fingerprint = "%s"
                [[device]]
                name = "读卡器"
                driver = "pcsc"
                reader = "Virtual PCD 00 00"
                hold_off_seconds = 3
                """.formatted(FINGERPRINT)));

        assertEquals(folder.resolve("state"), settings.data());
        assertEquals("示例社区党群服务中心", settings.siteName());
        assertEquals(
                List.of(new KioskSettings.Device(
                        "读卡器", "pcsc", Map.of("reader", "Virtual PCD 00 00", "hold_off_seconds", "3"))),
                settings.devices());
    }

    /// As editors in this country save (issue 15).
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16", "UTF-8 with a mark"})
    void readsWhateverAnEditorMadeOfTheFile(String saved) throws Exception {
        var text = """
                data = "state"
                site_name = "示例社区党群服务中心"
                [server]
                host = "127.0.0.1"
                fingerprint = "%s"
                """.formatted(FINGERPRINT);
        var bytes = saved.endsWith("mark")
                ? ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)
                : text.getBytes(Charset.forName(saved));
        var file = Files.write(folder.resolve("saved.toml"), bytes);

        assertEquals("示例社区党群服务中心", SettingsFile.loadKiosk(file).siteName());
        var street = Files.write(folder.resolve("street.toml"), "data = \"数据\"\n".getBytes(Charset.forName("GBK")));
        assertEquals(folder.resolve("数据"), SettingsFile.loadServer(street).data());
    }

    @Test
    void takesAFingerprintAsABrowserShowsIt() throws Exception {
        var colons = "AB:".repeat(31) + "AB";

        var settings = SettingsFile.loadKiosk(written("""
                data = "state"
                site_name = "示例社区党群服务中心"
                [server]
                host = "127.0.0.1"
                fingerprint = "%s"
                """.formatted(colons)));

        assertEquals(FINGERPRINT, settings.server().fingerprint());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "site_name = “示例”|第 2 行：用了中文标点““”，请改成英文的 \"",
                "site_name ＝ 'x'|第 2 行：用了中文标点“＝”，请改成英文的 =",
                "【server】|第 2 行：用了中文标点“【”，请改成英文的 [",
                "site_name = 示例|第 2 行：写法不对",
                "示例社区|第 2 行：应写成 名称 = \"内容\""
            })
    void saysInChineseWhatToDoAboutALine(String line, String told) throws Exception {
        var file = written("data = 'state'\n" + line + "\n");

        var refused = assertThrows(SettingsException.class, () -> SettingsFile.loadKiosk(file));

        assertTrue(refused.getMessage().contains(told), refused.getMessage());
    }

    @Test
    void saysInChineseWhatToDoAboutAFileThatIsNoText() throws Exception {
        var file = Files.write(folder.resolve("picture.toml"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0});

        var refused = assertThrows(SettingsException.class, () -> SettingsFile.loadKiosk(file));

        assertTrue(refused.getMessage().contains("编码选 UTF-8"), refused.getMessage());
    }

    @Test
    void refusesSimulatedDevicesOutsideADemonstration() throws Exception {
        var settings = """
                data = "state"
                site_name = "示例社区党群服务中心"
                [server]
                host = "127.0.0.1"
                fingerprint = "%s"
                [[device]]
                name = "读卡器"
                driver = "sim-reader"
                """.formatted(FINGERPRINT);
        var serious = written(settings);

        var refused = assertThrows(SettingsException.class, () -> SettingsFile.loadKiosk(serious));

        assertTrue(refused.getMessage().contains("[demo]"), refused.getMessage());
        var demonstration = SettingsFile.loadKiosk(written(settings + "[demo]\npeople = \"people.tsv\"\n"));
        assertEquals(1, demonstration.devices().size());
    }

    @Test
    void reportsEveryFaultTogether() throws Exception {
        var file = written("""
                data = 5
                site_nam = "示例"
                zone = "Mars/Olympus"
                [server]
                port = 70000
                fingerprint = "AB"
                [screen]
                full_screen = "yes"
                [[device]]
                driver = "PCSC!"
                """);

        var refused = assertThrows(SettingsException.class, () -> SettingsFile.loadKiosk(file));

        assertEquals(
                List.of(
                        "data",
                        "site_name",
                        "zone",
                        "server.host",
                        "server.port",
                        "server.fingerprint",
                        "screen.full_screen",
                        "device（第 1 个）.name",
                        "device（第 1 个）.driver",
                        "site_nam"),
                refused.faults().stream().map(SettingsFault::where).toList());
        assertTrue(refused.getMessage().contains("10 处错误"), refused.getMessage());
    }

    @Test
    void namesTheLineThatIsNotToml() throws Exception {
        var file = written("data = \"x\"\nthis is not toml\n");

        var refused = assertThrows(SettingsException.class, () -> SettingsFile.loadServer(file));

        assertEquals("第 2 行", refused.faults().getFirst().where());
    }

    @Test
    void saysThatAFileIsMissing() {
        var refused =
                assertThrows(SettingsException.class, () -> SettingsFile.loadServer(folder.resolve("nowhere.toml")));

        assertEquals("不存在", refused.faults().getFirst().what());
    }

    @Test
    void fillsInTheServersDefaults() throws Exception {
        var settings = SettingsFile.loadServer(written("data = \"/var/lib/street\"\n"));

        assertEquals(Path.of("/var/lib/street"), settings.data());
        assertEquals(new ServerSettings.Sync("0.0.0.0", 7443, 1_048_576, 8), settings.sync());
        assertEquals(new ServerSettings.Console("127.0.0.1", 8080), settings.console());
    }

    @Test
    void readsWhichProxiesAreBelieved() throws Exception {
        var believed = SettingsFile.loadServer(written("data = \"x\"\n[console]\nproxies = \"127.0.0.1 ::1\"\n"));
        var named = written("data = \"x\"\n[console]\nproxies = \"localhost\"\n");

        var refused = assertThrows(SettingsException.class, () -> SettingsFile.loadServer(named));

        assertEquals(
                List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1")),
                believed.console().proxies());
        assertEquals("console.proxies", refused.faults().getFirst().where());
    }

    @Test
    void refusesAConsoleForOthersInTheClear() throws Exception {
        var file = written("data = \"x\"\n[console]\nhost = \"0.0.0.0\"\n");

        var refused = assertThrows(SettingsException.class, () -> SettingsFile.loadServer(file));

        assertEquals("console.host", refused.faults().getFirst().where());
        assertTrue(refused.getMessage().contains("certificate 和 key"), refused.getMessage());
    }

    @Test
    void takesNamesForACertificateOfTheStreetsOwn() throws Exception {
        var console = SettingsFile.loadServer(
                        written("data = \"x\"\n[console]\nhost = \"0.0.0.0\"\nnames = \"192.0.2.5 console.example\"\n"))
                .console();

        assertEquals(List.of("192.0.2.5", "console.example"), console.names());
        assertTrue(console.isEncrypted());
        assertTrue(console.tls().isEmpty());
    }

    @Test
    void refusesNamesThatCannotBeAndTwoKindsOfCertificates() throws Exception {
        Files.createFile(folder.resolve("console.pem"));
        Files.createFile(folder.resolve("console.key"));
        var bad = written("data = \"x\"\n[console]\nnames = \"https://console/\"\n");
        assertEquals(
                "console.names",
                assertThrows(SettingsException.class, () -> SettingsFile.loadServer(bad))
                        .faults()
                        .getFirst()
                        .where());

        var both = written("data = \"x\"\n[console]\nnames = \"console.example\"\n"
                + "certificate = \"console.pem\"\nkey = \"console.key\"\n");
        assertTrue(assertThrows(SettingsException.class, () -> SettingsFile.loadServer(both))
                .getMessage()
                .contains("证书只要一种"));
    }

    @Test
    void readsTheConsolesCertificateBesideTheFile() throws Exception {
        Files.createFile(folder.resolve("console.pem"));
        Files.createFile(folder.resolve("console.key"));

        var settings = SettingsFile.loadServer(written("data = \"x\"\n[console]\nhost = \"0.0.0.0\"\n"
                + "certificate = \"console.pem\"\nkey = \"console.key\"\n"));

        assertEquals(
                Optional.of(new ServerSettings.Tls(folder.resolve("console.pem"), folder.resolve("console.key"))),
                settings.console().tls());
    }

    @Test
    void namesACertificateThatIsNotThere() throws Exception {
        var file = written("data = \"x\"\n[console]\ncertificate = \"nowhere.pem\"\n");

        var refused = assertThrows(SettingsException.class, () -> SettingsFile.loadServer(file));

        assertEquals("console.certificate", refused.faults().getFirst().where());
    }

    @Test
    void asksForTheKeyOfACertificate() throws Exception {
        Files.createFile(folder.resolve("console.pem"));
        var file = written("data = \"x\"\n[console]\ncertificate = \"console.pem\"\n");

        var refused = assertThrows(SettingsException.class, () -> SettingsFile.loadServer(file));

        assertEquals("console.key", refused.faults().getFirst().where());
    }

    private Path written(String toml) throws IOException {
        return Files.writeString(folder.resolve("settings.toml"), toml);
    }
}
