package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.DeviceException;
import java.time.Duration;

/// An open two-way connection to a printer. Used by one thread; no call waits longer than it is allowed to.
interface PrinterLine extends AutoCloseable {
    int NOTHING = -1;

    /// The next byte (0 to 255), or [#NOTHING] when none came within `patience`.
    ///
    /// @throws DeviceException with DISCONNECTED when the line is gone
    int read(Duration patience) throws DeviceException, InterruptedException;

    /// Hands all bytes over.
    ///
    /// @throws DeviceException with NO_ANSWER when nothing is taken for `patience`, DISCONNECTED when it is gone
    void write(byte[] bytes, Duration patience) throws DeviceException, InterruptedException;

    @Override
    void close();
}
