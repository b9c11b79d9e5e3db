package cn.dangqun.config.settings;

import java.nio.file.Path;
import java.time.ZoneId;

/// Settings of the street's server. `data` holds the database and the CA. Port 0 means any free port.
public record ServerSettings(Path data, ZoneId zone, Sync sync, Console console, boolean demo) {

    /// `maxFrameBytes` bounds one frame (DESIGN §5); `window` is the most pushes one kiosk may have in flight.
    public record Sync(String host, int port, int maxFrameBytes, int window) {}

    public record Console(String host, int port) {}
}
