package cn.dangqun.server.kiosks;

import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/// The street's secret for keyed card hashes (F-91); every enrolled kiosk receives it. Made once, 32 bytes, kept in a
/// file only its owner reads.
public final class CardSecret {
    private static final int BYTES = 32;

    private final byte[] value;

    private CardSecret(byte[] value) {
        this.value = value;
    }

    public static CardSecret open(Path directory, SecureRandom random) throws IOException {
        var file = directory.resolve("card.secret");
        if (!Files.exists(file)) {
            var fresh = new byte[BYTES];
            random.nextBytes(fresh);
            OwnerFiles.replace(file, fresh);
        }
        var value = Files.readAllBytes(file);
        if (value.length != BYTES) {
            throw new IOException(file + " is not a card secret");
        }
        return new CardSecret(value);
    }

    public byte[] bytes() {
        return value.clone();
    }

    @Override
    public String toString() {
        return "CardSecret[hidden]";
    }
}
