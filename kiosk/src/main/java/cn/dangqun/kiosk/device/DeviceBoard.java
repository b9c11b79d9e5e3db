package cn.dangqun.kiosk.device;

import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The state of every configured device (F-72, F-77). May be called from any thread; listeners run on the device's
/// thread and hand over at once.
public interface DeviceBoard {
    /// In the order of the settings.
    List<DeviceStatus> devices();

    void onChange(Consumer<DeviceStatus> listener);

    /// Hears the name of the reader or scanner that has read a card or a code.
    void onRead(Consumer<String> listener);

    /// `name` is the configured name, shown to staff; `knownKind` is empty when the configured driver does not exist.
    record DeviceStatus(String name, Optional<DeviceKind> knownKind, DeviceState state) {
        public DeviceStatus(String name, DeviceKind kind, DeviceState state) {
            this(name, Optional.of(kind), state);
        }
    }
}
