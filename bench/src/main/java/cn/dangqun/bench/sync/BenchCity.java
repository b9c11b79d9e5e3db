package cn.dangqun.bench.sync;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.StreetServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;

/// A street's server in this process and what it costs here.
final class BenchCity implements AutoCloseable {
    /// As settings have it.
    static final int WINDOW = 8;

    private final Path folder;
    private final StreetServer server;
    private final int port;

    BenchCity() throws IOException, GeneralSecurityException {
        folder = Files.createTempDirectory("bench-sync");
        server = StreetServer.open(
                new ServerSettings(
                        folder.resolve("street"),
                        ZoneId.of("Asia/Shanghai"),
                        new ServerSettings.Sync("127.0.0.1", 0, 1 << 20, WINDOW),
                        new ServerSettings.Console("127.0.0.1", 0),
                        false),
                Clock.systemUTC());
        port = server.listen().address().getPort();
    }

    StreetServer server() {
        return server;
    }

    Path folder() {
        return folder;
    }

    LeanKiosks kiosks() throws IOException, GeneralSecurityException {
        return LeanKiosks.start(server, port, folder);
    }

    long count(String table) {
        return number("SELECT count(*) FROM " + table);
    }

    /// Of the database as it stands, without its log.
    long bytes() {
        return number("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()");
    }

    private long number(String query) {
        return server.database()
                .read(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    /// Of this process, all threads.
    static Duration worked() {
        return Duration.ofNanos(
                ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime());
    }

    @Override
    public void close() throws IOException {
        server.close();
        delete(folder);
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
