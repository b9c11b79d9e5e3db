package cn.dangqun.cards;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.credential.CardKeyer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Keys cards under one secret. A resident number is one of so few that they can be tried: it first goes through
/// argon2id ([KIBIBYTES], [PASSES]), which is what each try costs a thief who has the secret. Chips say of themselves
/// what nobody can guess.
public final class CurveCardKeyer implements CardKeyer {
    /// What every kiosk of the street knows, and nobody else need know.
    public static final int SALT_BYTES = 16;

    public static final int KIBIBYTES = 16 * 1024;
    public static final int PASSES = 3;

    private static final int HASH_BYTES = 32;

    private final CardSecret secret;
    private final byte[] salt;

    public CurveCardKeyer(CardSecret secret, byte[] salt) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("the salt has " + SALT_BYTES + " bytes");
        }
        this.secret = secret;
        this.salt = salt.clone();
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
        return key("number:" + HexFormat.of().formatHex(slowly(CardKeyer.plain(number))));
    }

    private byte[] slowly(String number) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(KIBIBYTES)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        var hash = new byte[HASH_BYTES];
        generator.generateBytes(number.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private CardKey key(String text) {
        var point = CardCurve.hashed(text.getBytes(StandardCharsets.UTF_8));
        return CardKey.of(CardCurve.times(point, secret.value()), secret.tag());
    }
}
