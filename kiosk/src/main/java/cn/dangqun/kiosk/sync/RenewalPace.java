package cn.dangqun.kiosk.sync;

import cn.dangqun.kiosk.ledger.LedgerReader;
import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One renewal in a day of counted time, whatever any clock or certificate says: a certificate that is too short
/// must not be renewed at every connection. Blocks.
final class RenewalPace {
    static final Duration APART = Duration.ofDays(1);
    private static final Logger log = LoggerFactory.getLogger(RenewalPace.class);

    private final Path file;
    private final LedgerReader reader;

    RenewalPace(Path file, LedgerReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /// True at most once a day; it is on the disk before. False also while the disk fails.
    synchronized boolean take() {
        try {
            long now = reader.countedTime().toMillis();
            long last = last();
            // a new ledger counts from the beginning
            boolean due = last < 0 || now < last || now - last >= APART.toMillis();
            if (due) {
                OwnerFiles.replace(file, Long.toString(now).getBytes(StandardCharsets.UTF_8));
            }
            return due;
        } catch (SQLException | IOException e) {
            log.warn("The certificate is not renewed now: {}", e.toString());
            return false;
        }
    }

    private long last() throws IOException {
        try {
            var text = Files.readString(file).strip();
            return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
        } catch (NoSuchFileException e) {
            return -1;
        }
    }
}
