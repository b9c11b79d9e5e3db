package cn.dangqun.acceptance.window;

import cn.dangqun.acceptance.process.ChildProcess;
import cn.dangqun.acceptance.process.CrowdedStreet;
import cn.dangqun.acceptance.process.KioskProcess;
import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.StreetServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A street's server in this process, and two kiosks of one centre in two others, with a cable between them: the first
/// keeps the queue.
final class TwoHalls implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final StreetServer street;
    final Cable cable;
    final One host;
    final One guest;
    private final Path folder;
    private final Path enough;

    /// One kiosk, and where its window page is.
    record One(KioskId id, int port, Path data, ChildProcess process) {
        String address() {
            return "https://127.0.0.1:" + port;
        }

        Path ledger() {
            return data.resolve("ledger.db");
        }
    }

    TwoHalls(Path folder) throws Exception {
        this.folder = folder;
        enough = folder.resolve("enough");
        street = StreetServer.open(
                SettingsFile.loadServer(CrowdedStreet.prepare(folder.resolve("office"), 1)), Clock.systemUTC());
        street.reference().publish(Hall.items());
        int sync = street.listen().address().getPort();
        int queuePort = KioskProcess.freePort();
        cable = new Cable(queuePort);
        host = start("hall-1", 1, sync, queuePort);
        guest = start("hall-2", 0, sync, cable.port());
    }

    /// As an administrator has written it on the kiosk's page before the machine came.
    private One start(String name, int hosts, int sync, int queuePort) throws Exception {
        var id = new KioskId(name);
        street.database()
                .write((handle, changes) -> handle.execute(
                        "INSERT INTO kiosk (id, name, site, created_at, enrolled_at, window_address, queue_host)"
                                + " VALUES (?, '大厅一体机', ?, 0, 0, '127.0.0.1', ?)",
                        name,
                        CrowdedStreet.SITE,
                        hosts));
        var code = street.codes().create(id, "大厅一体机", CrowdedStreet.SITE).text();
        int port = KioskProcess.freePort();
        var place = folder.resolve(name);
        var settings = KioskProcess.write(new KioskProcess.Plan(
                place,
                sync,
                street.ca().fingerprint(),
                code,
                1080,
                1920,
                "[window]\nport = " + port + "\nqueue_port = " + queuePort + "\n"));
        Files.writeString(settings, "zone = \"" + Hall.zoneAtNoon() + "\"\n" + Files.readString(settings));
        var process = ChildProcess.start(
                name,
                folder.resolve(name + ".log"),
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CentreMain.class.getName(),
                        settings.toString(),
                        enough.toString()));
        process.await("window page is served", PATIENCE);
        return new One(id, port, place.resolve("kiosk"), process);
    }

    /// From now on nobody takes a number.
    void enough() throws Exception {
        Files.createFile(enough);
        host.process().await("nobody comes any more", PATIENCE);
        guest.process().await("nobody comes any more", PATIENCE);
    }

    X509Certificate authority() {
        return street.windows().certificate();
    }

    @Override
    public void close() throws IOException {
        host.process().close();
        guest.process().close();
        cable.close();
        street.close();
    }
}
