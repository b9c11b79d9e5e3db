package cn.dangqun.bench.farm.kiosk;

import cn.dangqun.config.settings.KioskSettings;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What one machine is told: where its data lies, which simulated devices are its own, and where the street is.
record MachineSettings(Path data, String bench, int port, String fingerprint) {
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final List<String> DRIVERS =
            List.of("sim-reader", "sim-scanner", "sim-camera", "sim-printer", "sim-light", "sim-voice");

    /// `code`: with which it enrols at its first start.
    KioskSettings withCode(Optional<String> code) {
        return new KioskSettings(
                data,
                "农场党群服务中心",
                CHINA,
                new KioskSettings.Server("127.0.0.1", port, fingerprint),
                new KioskSettings.Screen(1080, 1920, false),
                DRIVERS.stream()
                        .map(driver -> new KioskSettings.Device(driver, driver, Map.of("bench", bench)))
                        .toList(),
                OptionalInt.empty(),
                KioskSettings.Window.STANDARD,
                Optional.of(new KioskSettings.Demo(code, Optional.empty())));
    }
}
