package cn.dangqun.devices.transport;

import java.io.IOException;

/// One card on one reader for the length of a session. For one thread.
public interface ApduTransport {
    /// The answer to reset of the card.
    byte[] atr();

    /// Sends one command, returns data and status word.
    ///
    /// @throws IOException when the card was moved or the reader is gone; the cause tells which
    byte[] transmit(byte[] command) throws IOException;
}
