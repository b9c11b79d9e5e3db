package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.shell.KioskCore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A kiosk's ledger in a directory of the test.
abstract class LedgerOnDisk {
    static final KioskId KIOSK = new KioskId("kiosk-1");
    static final ActivityId ACTIVITY = new ActivityId("activity-1");
    static final Instant START = Instant.parse("2026-11-10T01:00:00Z");

    @TempDir
    Path directory;

    final SteppedClock clock = new SteppedClock(START);
    Ledger ledger;

    @BeforeEach
    void open() {
        ledger = Ledger.open(file(), clock, KeysOnDisk.beside(file()), KioskCore.PROJECTIONS);
        done(ledger.adopt(KIOSK));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    void reopen() {
        ledger.close();
        open();
    }

    Path file() {
        return directory.resolve("ledger.db");
    }

    static <T> T done(CompletableFuture<Commit<T>> commit) {
        return switch (commit.join()) {
            case Commit.Done<T>(var value) -> value;
            case Commit.NotSaved<T>(var reason) -> throw new AssertionError("not saved: " + reason);
        };
    }

    static Fact checkIn(String member) {
        return new AttendanceFact.CheckedIn(
                ACTIVITY, new MemberId(member), AttendanceRole.MEMBER, CheckInMethod.CARD, false);
    }

    RecordedFact append(Fact fact) {
        return done(ledger.append(fact));
    }

    FactBatch all() throws Exception {
        return ledger.newReader().batch(0, 10_000, Integer.MAX_VALUE);
    }
}
