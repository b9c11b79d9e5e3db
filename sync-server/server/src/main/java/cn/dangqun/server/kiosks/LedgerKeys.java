package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.LedgerKey;
import cn.dangqun.server.vault.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What kiosks seal their ledgers with. Each key follows from one secret in the vault and the kiosk's id, so that a
/// kiosk enrolled anew is given again what it had, and a copy of the database opens nothing (decision 0019). Safe for
/// use from several threads.
public final class LedgerKeys {
    private static final String NAME = "ledger-master";

    private final byte[] master;

    private LedgerKeys(byte[] master) {
        this.master = master;
    }

    /// Draws the secret when there is none yet.
    public static LedgerKeys open(Secrets secrets, SecureRandom random) throws IOException {
        var known = secrets.read(NAME);
        var master = known.isPresent() ? known.get() : drawn(secrets, random);
        if (master.length != LedgerKey.BYTES) {
            throw new IOException(NAME + " has been cut short");
        }
        return new LedgerKeys(master);
    }

    private static byte[] drawn(Secrets secrets, SecureRandom random) throws IOException {
        var fresh = new byte[LedgerKey.BYTES];
        random.nextBytes(fresh);
        secrets.keep(NAME, fresh);
        return fresh;
    }

    /// Always the same for one kiosk of this street.
    public LedgerKey of(KioskId kiosk) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(master, "HmacSHA256"));
            return new LedgerKey(
                    mac.doFinal(("dangqun ledger key 1\n" + kiosk.value()).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "LedgerKeys[hidden]";
    }
}
