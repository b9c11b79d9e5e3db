package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.db.DiskCipher;
import cn.dangqun.kiosk.db.DiskKey;
import cn.dangqun.kiosk.db.RowSeal;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.protocol.LedgerKey;
import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `ledger.keys`, mode 0600, complete or absent: every key that the street ever gave this machine for its ledger,
/// newest last, sealed with the key of the disk. Nothing is sealed with a key that the street cannot give again, so a
/// lost file costs nothing but a wait (decision 0019). May be used from any thread; only writing waits for the disk.
public final class LedgerKeys {
    private static final String PLACE = "ledger keys";
    private static final Logger log = LoggerFactory.getLogger(LedgerKeys.class);

    private final Optional<SealedFile> file;
    private volatile List<Entry> entries;

    private LedgerKeys(Optional<SealedFile> file, List<Entry> entries) {
        this.file = file;
        this.entries = List.copyOf(entries);
    }

    private record SealedFile(Path path, DiskCipher cipher) {}

    private record Entry(KioskId kiosk, LedgerKey key) {
        String text() {
            return kiosk.value() + " " + Base64.getEncoder().encodeToString(key.bytes());
        }

        static Entry of(String line) {
            int space = line.lastIndexOf(' ');
            return new Entry(
                    new KioskId(line.substring(0, space)),
                    new LedgerKey(Base64.getDecoder().decode(line.substring(space + 1))));
        }
    }

    /// For a ledger that stays as it is: no key is ever asked for or kept.
    public static LedgerKeys none() {
        return new LedgerKeys(Optional.empty(), List.of());
    }

    /// `credentials`: systemd's credentials directory, where the key of the disk may be.
    ///
    /// @throws IOException when the disk does not say what is there
    public static LedgerKeys open(Path path, Optional<Path> credentials) throws IOException {
        var file = new SealedFile(path, DiskKey.ofLedgerKeys(path, credentials));
        return new LedgerKeys(Optional.of(file), read(file));
    }

    /// None when they were sealed with a key of the disk that is gone: the street gives them again.
    private static List<Entry> read(SealedFile file) throws IOException {
        try {
            var text = new String(file.cipher().open(PLACE, Files.readAllBytes(file.path())), StandardCharsets.UTF_8);
            return text.lines().map(Entry::of).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            log.error("The keys of the ledger do not open; the street must give them again: {}", e.toString());
            return List.of();
        }
    }

    /// Keeps what the street gives this kiosk, the newest last. Durable when it returns; false when none is new.
    public synchronized boolean keep(KioskId kiosk, List<LedgerKey> given) throws IOException {
        var all = new ArrayList<>(entries);
        for (var key : given) {
            if (all.stream().noneMatch(each -> isThis(each, kiosk, key.name()))) {
                all.add(new Entry(kiosk, key));
            }
        }
        if (file.isEmpty() || all.size() == entries.size()) {
            return false;
        }
        var text = String.join("\n", all.stream().map(Entry::text).toList());
        var to = file.get();
        OwnerFiles.replace(to.path(), to.cipher().seal(PLACE, text.getBytes(StandardCharsets.UTF_8)));
        entries = List.copyOf(all);
        return true;
    }

    private static boolean isThis(Entry entry, KioskId kiosk, String name) {
        return entry.kiosk().equals(kiosk) && entry.key().name().equals(name);
    }

    /// Whether the street should be asked for the key of this name.
    public boolean lacks(KioskId kiosk, String name) {
        return file.isPresent() && !name.isEmpty() && entries.stream().noneMatch(each -> isThis(each, kiosk, name));
    }

    /// Names what a ledger of this kiosk is to be sealed with.
    Optional<String> nameFor(KioskId kiosk) {
        return entries.stream()
                .filter(each -> each.kiosk().equals(kiosk))
                .reduce((earlier, later) -> later)
                .map(each -> each.key().name());
    }

    /// A seal of its own for each caller.
    Optional<RowSeal> named(String name) {
        return name.isEmpty()
                ? Optional.of(RowSeal.none())
                : entries.stream()
                        .filter(each -> each.key().name().equals(name))
                        .findFirst()
                        .map(each -> RowSeal.under(each.key().bytes()));
    }

    /// All of them, for whoever does not know under which a row was sealed.
    List<RowSeal> all() {
        return entries.stream().map(each -> RowSeal.under(each.key().bytes())).toList();
    }

    /// The connection reads and writes rows as the file has them.
    ///
    /// @throws LedgerLockedException when the key is not here
    void unlock(SqliteConnection db) throws SQLException {
        var name = db.first("SELECT sealed FROM head", row -> row.getString(1)).orElse("");
        db.rows(named(name).orElseThrow(() -> new LedgerLockedException(name)));
    }
}
