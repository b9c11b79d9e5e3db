package cn.dangqun.kiosk.shell;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.devices.api.WedgeKeys;
import cn.dangqun.domain.credential.Credential;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A scanner that types like a keyboard, heard through the window: the fallback where it can be neither a serial port
/// nor a device of its own. Configured as a device of driver `wedge` with the option `prefix` (default `~`). FX thread.
final class WedgeScanner {
    private static final Logger log = LoggerFactory.getLogger(WedgeScanner.class);
    private static final String DRIVER = "wedge";
    // a busy window sees keys late: gaps of 108 ms were seen at 12 ms a key
    private static final Duration GAP = Duration.ofMillis(150);
    private static final int SHORTEST = 6;

    private final WedgeKeys keys;
    private final Consumer<Credential> presented;

    private WedgeScanner(WedgeKeys keys, Consumer<Credential> presented) {
        this.keys = keys;
        this.presented = presented;
    }

    /// Whether the window hears this device itself, so that no driver is looked for.
    static boolean isOne(KioskSettings.Device device) {
        return device.driver().equals(DRIVER);
    }

    /// The first one configured, if its prefix is a sign that nobody types.
    static Optional<WedgeScanner> among(List<KioskSettings.Device> devices, Consumer<Credential> presented) {
        return devices.stream().filter(WedgeScanner::isOne).findFirst().flatMap(device -> {
            var prefix = device.options().getOrDefault("prefix", "~");
            if (prefix.length() != 1 || Character.isLetterOrDigit(prefix.charAt(0)) || prefix.charAt(0) < ' ') {
                log.error("The keyboard scanner's prefix must be one sign that nobody types; it is not heard");
                return Optional.empty();
            }
            return Optional.of(new WedgeScanner(new WedgeKeys(prefix.charAt(0), GAP, SHORTEST), presented));
        });
    }

    void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.ANY, this::hear);
    }

    private void hear(KeyEvent event) {
        long now = System.nanoTime();
        if (!event.getEventType().equals(KeyEvent.KEY_TYPED)) {
            if (keys.isScanning(now)) {
                event.consume();
            }
            return;
        }
        for (char character : event.getCharacter().toCharArray()) {
            var step = keys.typed(character, now);
            if (step.isConsumed()) {
                event.consume();
            }
            step.scan().ifPresent(presented);
        }
    }
}
