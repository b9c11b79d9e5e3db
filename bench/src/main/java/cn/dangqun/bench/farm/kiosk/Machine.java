package cn.dangqun.bench.farm.kiosk;

import java.io.IOException;

/// A running kiosk before which people stand.
interface Machine extends AutoCloseable {
    /// Holds a card to the reader, `card HEX`, or a code to the scanner, `code TEXT`. False when nothing reads it.
    boolean hold(String words) throws IOException, InterruptedException;

    /// Switches it off, as at night.
    @Override
    void close() throws IOException;
}
