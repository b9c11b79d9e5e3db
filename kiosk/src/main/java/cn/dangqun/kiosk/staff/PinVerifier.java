package cn.dangqun.kiosk.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// An encoded argon2id verifier, `$argon2id$v=19$m=65536,t=3,p=1$SALT$HASH` with unpadded Base64. From it nobody learns
/// the PIN, and checking one takes deliberately long: not for a screen or network thread.
final class PinVerifier {
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");
    /// A verifier that asked for more would let a bad record stop the kiosk.
    private static final int MOST_KIBIBYTES = 128 * 1024;

    private final Argon2Parameters parameters;
    private final byte[] hash;

    private PinVerifier(Argon2Parameters parameters, byte[] hash) {
        this.parameters = parameters;
        this.hash = hash;
    }

    /// Empty when the text is no such verifier, or asks for more than a kiosk can give.
    static Optional<PinVerifier> parse(String encoded) {
        var form = FORM.matcher(encoded);
        if (!form.matches()) {
            return Optional.empty();
        }
        int kibibytes = Integer.parseInt(form.group(1));
        int iterations = Integer.parseInt(form.group(2));
        int lanes = Integer.parseInt(form.group(3));
        if (kibibytes > MOST_KIBIBYTES || lanes < 1 || iterations < 1 || kibibytes < 8 * lanes) {
            return Optional.empty();
        }
        try {
            var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(kibibytes)
                    .withIterations(iterations)
                    .withParallelism(lanes)
                    .withSalt(Base64.getDecoder().decode(form.group(4)))
                    .build();
            return Optional.of(new PinVerifier(parameters, Base64.getDecoder().decode(form.group(5))));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Base64 of an impossible length
        }
    }

    boolean accepts(String pin) {
        var generator = new Argon2BytesGenerator();
        generator.init(parameters);
        var computed = new byte[hash.length];
        generator.generateBytes(pin.getBytes(StandardCharsets.UTF_8), computed);
        return MessageDigest.isEqual(computed, hash);
    }
}
