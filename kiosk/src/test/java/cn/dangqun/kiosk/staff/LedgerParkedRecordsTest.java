package cn.dangqun.kiosk.staff;

import static cn.dangqun.kiosk.reference.MadeUpStreet.FIRST_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_FIRST;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.kiosk.staff.ParkedRecords.ParkedRecord;
import cn.dangqun.kiosk.staff.ParkedRecords.What;
import cn.dangqun.kiosk.staff.ParkedRecords.Why;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerParkedRecordsTest {
    @TempDir
    Path directory;

    @Test
    void saysWhenWhatWhoseAndWhyNewestFirst() throws Exception {
        var nine = MadeUpStreet.DAY.atTime(9, 0).atZone(MadeUpStreet.ZONE).toInstant();
        var clock = new SteppedClock(nine);
        var activity = MadeUpStreet.activity("morning", FIRST_BRANCH, "09:00", "11:00");
        try (var ledger = Ledger.open(directory.resolve("ledger.db"), clock, KioskCore.PROJECTIONS);
                var reference = MadeUpStreet.store(directory, clock, MadeUpStreet.items(activity))) {
            var epoch =
                    ((Commit.Done<Epoch>) ledger.adopt(new KioskId("kiosk-1")).join()).value();
            ledger.append(new AttendanceFact.CheckedIn(
                            activity.id(),
                            IN_FIRST.id(),
                            AttendanceRole.MEMBER,
                            CheckInMethod.CARD,
                            false,
                            Optional.empty()))
                    .join();
            ledger.append(new StaffFact.StaffUnlocked("s-1")).join();
            ledger.append(new StaffFact.StaffUnlocked("s-2")).join();
            ledger.acknowledge(epoch, 3, Map.of(1L, "IMPOSSIBLE", 2L, "NEWER_WORD"))
                    .join();

            assertEquals(
                    List.of(
                            new ParkedRecord(Optional.of(nine), What.OTHER, Optional.empty(), "", Why.OTHER),
                            new ParkedRecord(
                                    Optional.of(nine),
                                    What.CHECK_IN,
                                    Optional.of(IN_FIRST.name().full()),
                                    activity.title(),
                                    Why.IMPOSSIBLE)),
                    new LedgerParkedRecords(ledger.newReader(), reference).list());
        }
    }
}
