package cn.dangqun.kiosk.reference;

import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the key of the sealed roster comes from: a systemd credential, bound to the machine's TPM where there is one,
/// or else a file beside the database, which protects against much less (DESIGN §7).
final class RosterKey {
    private static final String NAME = "roster.key";
    private static final int BYTES = 32;
    private static final Logger log = LoggerFactory.getLogger(RosterKey.class);

    private RosterKey() {}

    /// `roster`: the file the key is for.
    static RosterCipher load(Path roster, Optional<Path> credentials) throws IOException {
        var credential = credentials.map(directory -> directory.resolve(NAME)).filter(Files::isReadable);
        if (credential.isPresent()) {
            return new RosterCipher(Files.readAllBytes(credential.get()));
        }
        log.warn("No systemd credential {}: the roster's key lies beside the roster, a stolen disk opens it", NAME);
        return new RosterCipher(ownFile(roster.resolveSibling(NAME)));
    }

    private static byte[] ownFile(Path file) throws IOException {
        try {
            var secret = Files.readAllBytes(file);
            if (secret.length >= BYTES) {
                return secret;
            }
            log.warn("The roster's key was cut short; drawing a new one, the roster comes anew from the street");
        } catch (NoSuchFileException e) {
            log.info("Drawing a key for the roster");
        }
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        OwnerFiles.replace(file, secret);
        return secret;
    }
}
