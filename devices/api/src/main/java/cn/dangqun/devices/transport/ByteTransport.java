package cn.dangqun.devices.transport;

import cn.dangqun.devices.api.DeviceException;
import java.time.Duration;

/// An open line that carries bytes both ways, such as a serial port or a socket. No call waits longer than it is
/// allowed to. For one thread.
public interface ByteTransport extends AutoCloseable {
    /// Waits for at least one byte.
    ///
    /// @return how many bytes were put at the start of `buffer`; 0 when none came within `patience`
    /// @throws DeviceException DISCONNECTED when the device is gone
    int read(byte[] buffer, Duration patience) throws DeviceException, InterruptedException;

    /// Hands all of it over.
    ///
    /// @throws DeviceException NO_ANSWER when nothing is taken for `patience`, DISCONNECTED when the device is gone
    void write(byte[] bytes, Duration patience) throws DeviceException, InterruptedException;

    @Override
    void close();
}
