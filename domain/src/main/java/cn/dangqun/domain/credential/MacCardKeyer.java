package cn.dangqun.domain.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Keys cards by HMAC-SHA-256, for trying devices where there is no street: its keys find nobody and lead nowhere else.
/// Safe for use from several threads.
public final class MacCardKeyer implements CardKeyer {
    private static final String ALGORITHM = "HmacSHA256";
    private final SecretKeySpec secret;

    /// `secret`: at least 32 bytes.
    public MacCardKeyer(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("the card secret needs at least 32 bytes");
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    @Override
    public CardKey ofUid(byte[] uid) {
        return key("uid:" + HexFormat.of().formatHex(uid));
    }

    @Override
    public CardKey ofChipSerial(byte[] serial) {
        return key("chip:" + HexFormat.of().formatHex(serial));
    }

    @Override
    public CardKey ofResidentNumber(String number) {
        return key("number:" + CardKeyer.plain(number));
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
