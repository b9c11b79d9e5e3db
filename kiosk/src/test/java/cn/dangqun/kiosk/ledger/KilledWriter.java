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
import java.time.Clock;

/// A process that checks people in as fast as it can and prints each number only after the commit, until it is
/// killed or nothing more can be saved. Every fourth check-in is voided again.
final class KilledWriter {
    static final KioskId KIOSK = new KioskId("kiosk-1");
    static final ActivityId ACTIVITY = new ActivityId("activity-1");

    /// Exit status when a fact was not saved.
    static final int NOT_SAVED = 3;

    private KilledWriter() {}

    /// `arguments`: the ledger file, and a word that makes this run's people its own.
    public static void main(String[] arguments) {
        var ledger = Ledger.open(
                Path.of(arguments[0]),
                new SystemKioskClock(Clock.systemUTC()),
                KeysOnDisk.beside(Path.of(arguments[0])),
                KioskCore.PROJECTIONS);
        ledger.adopt(KIOSK).join();
        for (int i = 1; true; i++) {
            var member = new MemberId("M-" + arguments[1] + "-" + i);
            var seq = append(
                    ledger,
                    new AttendanceFact.CheckedIn(ACTIVITY, member, AttendanceRole.MEMBER, CheckInMethod.CARD, false));
            System.out.println(seq + " in " + member);
            if (i % 4 == 0) {
                var voided = append(
                        ledger, new AttendanceFact.CheckInVoided(ACTIVITY, seq, AttendanceFact.VoidReason.SELF_UNDO));
                System.out.println(voided + " void " + member);
            }
        }
    }

    private static long append(Ledger ledger, Fact fact) {
        return switch (ledger.append(fact).join()) {
            case Commit.Done<RecordedFact>(var recorded) -> recorded.id().seq();
            case Commit.NotSaved<RecordedFact>(var reason) -> {
                System.out.println("not saved: " + reason);
                Runtime.getRuntime().halt(NOT_SAVED);
                throw new AssertionError("halted");
            }
        };
    }
}
