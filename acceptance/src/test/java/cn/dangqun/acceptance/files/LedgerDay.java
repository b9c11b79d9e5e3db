package cn.dangqun.acceptance.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerKeys;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.protocol.LedgerKey;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A kiosk's ledger in which sixty people checked in, in the states in which it is found.
final class LedgerDay {
    static final String FILE = "ledger.db";
    static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");

    private static final int PEOPLE = 60;
    private static final int PAGE = 4096;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final ActivityId ACTIVITY = new ActivityId("activity-1");
    private static final List<String> MARKS = List.of(FILE + ".mark", FILE + ".mark2");

    private LedgerDay() {}

    /// As a power cut leaves it: much of it in the log only.
    static void cutOff(Path directory) throws IOException {
        var before = Files.createDirectories(directory.resolveSibling(directory.getFileName() + "-before"));
        try (var ledger = open(before)) {
            checkIn(ledger);
            for (var name : List.of(FILE, FILE + "-wal")) {
                Files.copy(before.resolve(name), directory.resolve(name));
            }
        }
        copyMarks(before, directory);
    }

    /// With a page destroyed that may hold anything.
    static void damaged(Path directory) throws IOException {
        try (var ledger = open(directory)) {
            checkIn(ledger);
        }
        var noise = new byte[PAGE];
        Arrays.fill(noise, (byte) 0xA5);
        try (var raw = new RandomAccessFile(directory.resolve(FILE).toFile(), "rw")) {
            raw.seek(raw.length() / PAGE / 2 * PAGE);
            raw.write(noise);
        }
    }

    /// As an older program leaves it, and with the key that the street gives.
    static void openWithAKey(Path directory) throws IOException {
        try (var ledger = open(directory)) {
            checkIn(ledger);
        }
        keys(directory).keep(KIOSK, List.of(new LedgerKey(new byte[LedgerKey.BYTES])));
    }

    private static LedgerKeys keys(Path directory) throws IOException {
        return LedgerKeys.open(directory.resolve("ledger.keys"), Optional.empty());
    }

    /// Afterwards everybody is there, and the file does not say who.
    static void startSealing(Path directory) throws SQLException, IOException {
        try (var ledger = Ledger.open(directory.resolve(FILE), still(), keys(directory), KioskCore.PROJECTIONS)) {
            ledger.adopt(KIOSK).join();
            assertEquals(PEOPLE, present(ledger));
        }
        assertFalse(Files.readString(directory.resolve(FILE), StandardCharsets.ISO_8859_1)
                .contains("M-" + PEOPLE));
    }

    private static long present(Ledger ledger) throws SQLException {
        return number(
                ledger,
                "SELECT count(DISTINCT attendee) FROM attendance WHERE activity = 'activity-1' AND voided_by IS NULL");
    }

    private static void copyMarks(Path from, Path to) throws IOException {
        for (var name : MARKS) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }

    static void forgetMarks(Path directory) throws IOException {
        for (var name : MARKS) {
            Files.delete(directory.resolve(name));
        }
    }

    private static void checkIn(Ledger ledger) {
        for (int person = 1; person <= PEOPLE; person++) {
            var saved = ledger.append(new AttendanceFact.CheckedIn(
                            ACTIVITY, new MemberId("M-" + person), AttendanceRole.MEMBER, CheckInMethod.CARD, false))
                    .join();
            if (saved instanceof Commit.NotSaved<?>) {
                throw new IllegalStateException(saved.toString());
            }
        }
    }

    private static Ledger open(Path directory) {
        var ledger = Ledger.open(directory.resolve(FILE), still(), KioskCore.PROJECTIONS);
        ledger.adopt(KIOSK).join();
        return ledger;
    }

    private static KioskClock still() {
        return () -> new ClockReading(NOW, "boot", Duration.ofMinutes(1), Optional.empty(), Optional.empty());
    }

    /// Once everything set aside is read, everybody is there, or counted as lost with a page that nobody can read.
    static void startAndCount(Path directory) throws SQLException, IOException {
        try (var ledger = open(directory)) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (number(ledger, "SELECT count(*) FROM salvage WHERE done = 1 AND file LIKE 'ledger%'")
                            < wrecks(directory)
                    && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            var present = present(ledger);
            assertEquals(
                    PEOPLE,
                    present + ledger.health().salvaged().unreadable(),
                    () -> ledger.health().toString());
        }
    }

    private static long wrecks(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(each -> String.valueOf(each.getFileName()))
                    .filter(each -> each.startsWith(FILE + ".damaged-"))
                    .map(each -> each.replaceFirst("-(wal|shm)$", ""))
                    .distinct()
                    .count();
        }
    }

    private static long number(Ledger ledger, String sql) throws SQLException {
        return ledger.newReader()
                .ask(db -> db.first(sql, row -> row.getLong(1)))
                .orElseThrow();
    }
}
