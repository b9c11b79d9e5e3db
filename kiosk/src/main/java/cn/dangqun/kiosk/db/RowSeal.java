package cn.dangqun.kiosk.db;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// How the values of a file that say who came stand in it. What is sealed twice at one place stands there twice alike,
/// so that it can still be looked up. For one thread at a time.
public sealed interface RowSeal permits OpenRows, SealedRows {
    /// Everything as it is.
    static RowSeal none() {
        return new OpenRows();
    }

    /// Under this key, of at least 32 random bytes.
    static RowSeal under(byte[] key) {
        return new SealedRows(key);
    }

    boolean isSealing();

    byte[] seal(String place, byte[] plain);

    /// @throws UnopenedException when it was not sealed for this place with this key
    byte[] open(String place, byte[] sealed) throws UnopenedException;

    default String sealText(String place, String plain) {
        return isSealing()
                ? Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(seal(place, plain.getBytes(StandardCharsets.UTF_8)))
                : plain;
    }

    default String openText(String place, String sealed) throws UnopenedException {
        if (!isSealing()) {
            return sealed;
        }
        try {
            return new String(open(place, Base64.getUrlDecoder().decode(sealed)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UnopenedException(place, e);
        }
    }
}
