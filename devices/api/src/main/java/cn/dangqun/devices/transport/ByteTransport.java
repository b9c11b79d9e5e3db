package cn.dangqun.devices.transport;

import java.io.IOException;

/// An open line that carries bytes both ways, such as a serial port. For one thread.
public interface ByteTransport extends AutoCloseable {
    /// Waits a short while, at most 100 ms, for at least one byte.
    ///
    /// @return how many bytes were put at the start of `buffer`; 0 when nothing came
    /// @throws IOException when the device is gone
    int read(byte[] buffer) throws IOException;

    /// Sends all of it.
    ///
    /// @throws IOException when the device is gone
    void write(byte[] bytes) throws IOException;

    /// Forgets what has arrived and was not read.
    void discardInput() throws IOException;

    @Override
    void close();
}
