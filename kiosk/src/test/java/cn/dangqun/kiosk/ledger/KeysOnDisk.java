package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.LedgerKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Keys as a street gave them to the kiosks of tests: always the same ones, so that copies of a disk open.
public final class KeysOnDisk {
    private KeysOnDisk() {}

    public static LedgerKey of(KioskId kiosk) {
        var key = new byte[LedgerKey.BYTES];
        Arrays.fill(key, (byte) kiosk.value().hashCode());
        return new LedgerKey(key);
    }

    /// Those of a kiosk whose ledger is this file.
    public static LedgerKeys beside(Path ledger) {
        return beside(ledger, LedgerOnDisk.KIOSK);
    }

    static LedgerKeys beside(Path ledger, KioskId kiosk) {
        try {
            var directory = Files.createDirectories(ledger.resolveSibling("keys"));
            var keys = LedgerKeys.open(directory.resolve("ledger.keys"), Optional.empty());
            keys.keep(kiosk, List.of(of(kiosk)));
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
