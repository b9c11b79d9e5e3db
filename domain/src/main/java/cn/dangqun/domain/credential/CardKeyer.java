package cn.dangqun.domain.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Turns what a card says of itself into a [CardKey] and keeps nothing. Safe for use from several threads.
public final class CardKeyer {
    private static final String ALGORITHM = "HmacSHA256";
    private final SecretKeySpec secret;

    /// `secret`: the street's card secret, at least 32 bytes; shared by the kiosks of one street and its server.
    public CardKeyer(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("the card secret needs at least 32 bytes");
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    public CardKey ofUid(byte[] uid) {
        return key("uid:" + HexFormat.of().formatHex(uid));
    }

    public CardKey ofChipSerial(byte[] serial) {
        return key("chip:" + HexFormat.of().formatHex(serial));
    }

    /// `number`: as printed on the card; white space and letter case do not matter.
    public CardKey ofResidentNumber(String number) {
        return key("number:" + number.strip().toUpperCase(Locale.ROOT));
    }

    private CardKey key(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return CardKey.of(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks " + ALGORITHM, e);
        }
    }
}
