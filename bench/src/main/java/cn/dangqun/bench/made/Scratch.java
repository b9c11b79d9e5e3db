package cn.dangqun.bench.made;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.StreetServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;

/// A directory that is gone afterwards, and streets in it.
public final class Scratch implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int WINDOW = 8;

    private final Path folder;

    public Scratch(String name) throws IOException {
        folder = Files.createTempDirectory(name);
    }

    public Path folder() {
        return folder;
    }

    public static ServerSettings settings(Path data) {
        return new ServerSettings(
                data,
                ZONE,
                new ServerSettings.Sync("127.0.0.1", 0, 1 << 20, WINDOW),
                new ServerSettings.Console("127.0.0.1", 0),
                false);
    }

    /// An empty street in a directory of its own below this one. Close it first.
    public StreetServer street(String name) throws IOException, GeneralSecurityException {
        return StreetServer.open(settings(Files.createDirectories(folder.resolve(name))), Clock.systemUTC());
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
