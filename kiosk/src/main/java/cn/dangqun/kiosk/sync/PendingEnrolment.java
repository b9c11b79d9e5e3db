package cn.dangqun.kiosk.sync;

import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `pending-enrolment`, mode 0600, complete or absent: the code of an enrolment under way and its key pair. When the
/// answer is lost, the same code goes with the same key again, and whoever granted it can grant it once more. Blocks.
final class PendingEnrolment {
    private static final Logger log = LoggerFactory.getLogger(PendingEnrolment.class);

    private final Path file;

    PendingEnrolment(Path file) {
        this.file = file;
    }

    /// The request that goes with this code: the one that went before, or a new one that is on the disk already.
    synchronized KeyRequest with(String code) throws GeneralSecurityException, IOException {
        var before = read(code);
        if (before.isPresent()) {
            return before.get();
        }
        var made = KeyRequest.make();
        OwnerFiles.replace(file, (code + "\n" + made.keysAsText()).getBytes(StandardCharsets.UTF_8));
        return made;
    }

    /// A file that cannot be read is as good as none: a new key takes its place.
    private Optional<KeyRequest> read(String code) throws IOException {
        try {
            var lines = Files.readString(file).split("\n", 2);
            return lines.length == 2 && lines[0].equals(code)
                    ? Optional.of(KeyRequest.ofText(lines[1]))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            log.warn("The key of an enrolment under way cannot be read; a new one is made: {}", e.toString());
            return Optional.empty();
        }
    }

    /// It was granted and kept, or refused: the key is of no more use.
    synchronized void end() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("The key of an ended enrolment stays on the disk: {}", e.toString());
        }
    }
}
