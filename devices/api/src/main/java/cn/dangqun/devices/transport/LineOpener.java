package cn.dangqun.devices.transport;

import cn.dangqun.devices.api.DeviceException;

/// Opens the line to a device anew for each attempt of the supervisor.
@FunctionalInterface
public interface LineOpener {
    ByteTransport open() throws DeviceException, InterruptedException;
}
