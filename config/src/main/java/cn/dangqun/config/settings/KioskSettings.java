package cn.dangqun.config.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Settings of one kiosk. `data` holds the ledger, the reference file and the kiosk's keys.
public record KioskSettings(
        Path data,
        String siteName,
        ZoneId zone,
        Server server,
        Screen screen,
        List<Device> devices,
        OptionalInt queueDigit,
        Window window,
        Optional<Demo> demo) {
    public KioskSettings {
        devices = List.copyOf(devices);
    }

    /// `fingerprint`: SHA-256 of the street's CA certificate, hex, pinned at enrolment.
    public record Server(String host, int port, String fingerprint) {}

    public record Screen(int width, int height, boolean fullScreen) {}

    /// The pages for the windows and the television of the centre, once the street has named an address. `innerOnly`:
    /// browsers of inner networks alone are let in. `queuePort`: where kiosks of one centre find one another.
    public record Window(int port, boolean innerOnly, int queuePort) {
        public static final Window STANDARD = new Window(8443, true, 8444);
    }

    public record Device(String name, String driver, Map<String, String> options) {
        public Device {
            options = Map.copyOf(options);
        }
    }

    /// Only in demonstrations and tests. `enrolmentCode`: enrol with it at first start, nobody needs to type it.
    /// `people`: a file of people to play, one `label<TAB>simulator command` a line; when present, a small window
    /// shows them as buttons.
    public record Demo(Optional<String> enrolmentCode, Optional<Path> people) {}
}
