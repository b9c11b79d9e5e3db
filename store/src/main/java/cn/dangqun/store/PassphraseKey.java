package cn.dangqun.store;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// A key of 32 bytes made of a passphrase by argon2id, deliberately slowly: what is sealed with it leaves the
/// house, and whoever finds it may guess for years. Blocks.
public final class PassphraseKey {
    /// Of what is sealed today.
    public static final Cost TODAY = new Cost(64 * 1024, 3);

    private static final int KEY_BYTES = 32;
    /// A file that asked for more would let a found file stop the process.
    private static final int MOST_KIBIBYTES = 1024 * 1024;

    private static final int MOST_PASSES = 64;

    private PassphraseKey() {}

    /// What a guess costs.
    public record Cost(int kibibytes, int passes) {
        /// Whether a process can give it, and it is worth anything.
        boolean isPossible() {
            return kibibytes >= 8 && kibibytes <= MOST_KIBIBYTES && passes >= 1 && passes <= MOST_PASSES;
        }
    }

    /// The same passphrase typed on another machine gives the same key.
    static byte[] derive(String passphrase, Cost cost, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kibibytes)
                .withIterations(cost.passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        var key = new byte[KEY_BYTES];
        generator.generateBytes(
                Normalizer.normalize(passphrase, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), key);
        return key;
    }
}
