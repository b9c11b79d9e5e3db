package cn.dangqun.kiosk.db;

import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the key of roster, identity and ledger comes from: a systemd credential, bound to the machine's TPM where
/// there is one, or else a file beside the database, which protects against much less (DESIGN §7).
public final class DiskKey {
    private static final String NAME = "roster.key";
    private static final int BYTES = 32;
    private static final Logger log = LoggerFactory.getLogger(DiskKey.class);

    private DiskKey() {}

    /// Of the roster in this file.
    public static DiskCipher ofRoster(Path file, Optional<Path> credentials) throws IOException {
        return load(file, credentials, "roster");
    }

    /// Of the identity in this file.
    public static DiskCipher ofIdentity(Path file, Optional<Path> credentials) throws IOException {
        return load(file, credentials, "identity");
    }

    /// Of the keys in this file, which the ledger is sealed with.
    public static DiskCipher ofLedgerKeys(Path file, Optional<Path> credentials) throws IOException {
        return load(file, credentials, "ledger keys");
    }

    private static DiskCipher load(Path file, Optional<Path> credentials, String of) throws IOException {
        var credential = credentials.map(directory -> directory.resolve(NAME)).filter(Files::isReadable);
        if (credential.isPresent()) {
            return new DiskCipher(Files.readAllBytes(credential.get()), of);
        }
        log.warn("No systemd credential {}: the key lies beside what it seals, a stolen disk opens it", NAME);
        return new DiskCipher(ownFile(file.resolveSibling(NAME)), of);
    }

    private static byte[] ownFile(Path file) throws IOException {
        try {
            var secret = Files.readAllBytes(file);
            if (secret.length >= BYTES) {
                return secret;
            }
            log.warn(
                    "The key was cut short; drawing a new one: roster and key of the ledger come anew, once it is enrolled anew");
        } catch (NoSuchFileException e) {
            log.info("Drawing a key for roster, identity and ledger");
        }
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        OwnerFiles.replace(file, secret);
        return secret;
    }
}
