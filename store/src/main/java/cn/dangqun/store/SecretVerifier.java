package cn.dangqun.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// An encoded argon2id verifier, `$argon2id$v=19$m=65536,t=3,p=1$SALT$HASH` with unpadded Base64. From it nobody learns
/// the secret, and checking one takes deliberately long: not for a screen or network thread.
public final class SecretVerifier {
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");
    /// A verifier that asked for more would let a bad record stop the process.
    private static final int MOST_KIBIBYTES = 128 * 1024;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2Parameters parameters;
    private final byte[] hash;

    private SecretVerifier(Argon2Parameters parameters, byte[] hash) {
        this.parameters = parameters;
        this.hash = hash;
    }

    /// What a new verifier asks of whoever guesses.
    public record Cost(int kibibytes, int passes) {}

    /// The encoded verifier of `secret`.
    public static String encode(String secret, Cost cost, SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var hash = hash(parameters(cost, 1, salt), secret, HASH_BYTES);
        return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s".formatted(cost.kibibytes, cost.passes, base64(salt), base64(hash));
    }

    /// Empty when the text is no such verifier, or asks for more than a process can give.
    public static Optional<SecretVerifier> parse(String encoded) {
        var form = FORM.matcher(encoded);
        if (!form.matches()) {
            return Optional.empty();
        }
        var cost = new Cost(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        int lanes = Integer.parseInt(form.group(3));
        if (cost.kibibytes > MOST_KIBIBYTES || lanes < 1 || cost.passes < 1 || cost.kibibytes < 8 * lanes) {
            return Optional.empty();
        }
        try {
            var salt = Base64.getDecoder().decode(form.group(4));
            return Optional.of(new SecretVerifier(
                    parameters(cost, lanes, salt), Base64.getDecoder().decode(form.group(5))));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Base64 of an impossible length
        }
    }

    public boolean accepts(String secret) {
        return MessageDigest.isEqual(hash(parameters, secret, hash.length), hash);
    }

    private static Argon2Parameters parameters(Cost cost, int lanes, byte[] salt) {
        return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kibibytes)
                .withIterations(cost.passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
    }

    private static byte[] hash(Argon2Parameters parameters, String secret, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(parameters);
        var out = new byte[length];
        generator.generateBytes(secret.getBytes(StandardCharsets.UTF_8), out);
        return out;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
