package cn.dangqun.server.kiosks;

import cn.dangqun.server.vault.Secrets;
import java.io.IOException;
import java.security.SecureRandom;

/// The street's secret for keyed card hashes (F-91); every enrolled kiosk receives it. Made once, 32 bytes,
/// kept in the vault.
public final class CardSecret {
    private static final String NAME = "card.secret";
    private static final int BYTES = 32;

    private final byte[] value;

    private CardSecret(byte[] value) {
        this.value = value;
    }

    public static CardSecret open(Secrets secrets, SecureRandom random) throws IOException {
        var known = secrets.read(NAME);
        var value = known.isPresent() ? known.get() : made(secrets, random);
        if (value.length != BYTES) {
            throw new IOException(NAME + " is not a card secret");
        }
        return new CardSecret(value);
    }

    private static byte[] made(Secrets secrets, SecureRandom random) throws IOException {
        var fresh = new byte[BYTES];
        random.nextBytes(fresh);
        secrets.keep(NAME, fresh);
        return fresh;
    }

    public byte[] bytes() {
        return value.clone();
    }

    @Override
    public String toString() {
        return "CardSecret[hidden]";
    }
}
