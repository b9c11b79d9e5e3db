package cn.dangqun.devices.supervisor;

import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceState;
import java.util.Optional;

/// One device at one moment. `failures`: attempts that ended in a fault since it last worked for a while.
public record DeviceSnapshot(Identity identity, DeviceState state, int failures) {
    /// `knownKind` is empty when the configured driver does not exist.
    public record Identity(String name, String driver, Optional<DeviceKind> knownKind) {}

    public String name() {
        return identity.name();
    }

    public Optional<DeviceKind> kind() {
        return identity.knownKind();
    }
}
