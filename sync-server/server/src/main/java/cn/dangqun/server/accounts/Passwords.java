package cn.dangqun.server.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Makes and checks argon2id verifiers in the usual `$argon2id$v=19$…` form. Slow and hungry by design, so only a few
/// run at a time; never call it on an event loop.
public final class Passwords {
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(?<memory>\\d{1,7}),t=(?<passes>\\d{1,2}),p=1\\$(?<salt>[^$]+)\\$(?<hash>[^$]+)");
    private static final int AT_ONCE = 2;
    private static final int WAIT_SECONDS = 10;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Cost cost;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    public Passwords(Cost cost) {
        this.cost = cost;
    }

    /// `memoryKib` and `passes` of new verifiers; existing ones carry their own.
    public record Cost(int memoryKib, int passes) {
        public static final Cost SERVER = new Cost(32 * 1024, 3);
    }

    /// Too many people sign in at this moment.
    static final class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public String verifier(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = hash(password, salt, cost, HASH_BYTES);
        return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s".formatted(cost.memoryKib, cost.passes, encode(salt), encode(hash));
    }

    /// @throws BusyException when no turn comes within ten seconds
    /// @throws IllegalArgumentException if `verifier` is not one of ours
    public boolean matches(String verifier, String password) {
        var form = FORM.matcher(verifier);
        if (!form.matches()) {
            throw new IllegalArgumentException("not an argon2id verifier");
        }
        var theirs = new Cost(Integer.parseInt(form.group("memory")), Integer.parseInt(form.group("passes")));
        byte[] expected = Base64.getDecoder().decode(form.group("hash"));
        byte[] salt = Base64.getDecoder().decode(form.group("salt"));
        return MessageDigest.isEqual(expected, hash(password, salt, theirs, expected.length));
    }

    private byte[] hash(String password, byte[] salt, Cost cost, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib)
                .withIterations(cost.passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        var out = new byte[length];
        takeTurn();
        try {
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), out);
        } finally {
            turns.release();
        }
        return out;
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new BusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
