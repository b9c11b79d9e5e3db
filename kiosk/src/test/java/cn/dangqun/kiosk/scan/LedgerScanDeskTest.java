package cn.dangqun.kiosk.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.PictureShelf;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.AttendanceFact.PaperSheetKept;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.checkin.DeskOnDisk;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.scan.ScanDesk.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerScanDeskTest extends DeskOnDisk {
    private static final StaffMember STAFF = new StaffMember("s-1", "样例甲", "", StaffRole.DUTY_STAFF);
    private final PageImage page = FakeScans.page(600, 400);
    private final Stick stick = new Stick(Map.of("a.jpg", page.jpeg(), "b.jpg", new byte[] {1, 2, 3}));
    private ScanDesk scans;

    @BeforeEach
    void openScans() {
        scans = new LedgerScanDesk(
                new LedgerScanDesk.Records(ledger, reference, clock, MadeUpStreet.ZONE),
                List::of,
                () -> List.of(stick),
                Runnable::run);
    }

    private Answer keep(ActivityId activity) {
        return scans.keep(activity, page, STAFF).join();
    }

    private int kept() {
        return scans.kept(MORNING.id()).join();
    }

    @Test
    void thePictureAndTheFactAreOnTheDiskTogether() throws Exception {
        assertEquals(Answer.KEPT, keep(MORNING.id()));

        var fact = assertInstanceOf(PaperSheetKept.class, facts().getLast());
        assertEquals("s-1", fact.staff());
        assertArrayEquals(
                page.jpeg(),
                ledger.newReader().attachment(fact.picture()).orElseThrow().open());
        assertEquals(1, kept());
        ledger.rebuild().join();
        assertEquals(1, kept());
        ledger.restart(ledger.position().orElseThrow().epoch(), "decision-1").join();
        assertEquals(1, kept(), "carried into a ledger that goes on");
    }

    @Test
    void aDozenOfOneActivityAndNoMore() throws Exception {
        for (int i = 0; i < ScanDesk.MOST; i++) {
            assertEquals(Answer.KEPT, keep(MORNING.id()));
        }

        assertEquals(Answer.TOO_MANY, keep(MORNING.id()));
        assertEquals(ScanDesk.MOST, kept());
        assertEquals(ScanDesk.MOST, facts().size());
    }

    @Test
    void ofAnActivityThatNobodyKnowsNothingIsKept() throws Exception {
        assertEquals(Answer.GONE, keep(new ActivityId("gone")));

        assertEquals(List.of(), facts());
    }

    @Test
    void itLeavesWithTheStrokesOfSignatures() throws Exception {
        keep(MORNING.id());
        var picture = ((PaperSheetKept) facts().getLast()).picture();
        var through = ledger.position().orElseThrow();
        ledger.acknowledge(through.epoch(), through.lastSeq(), Map.of()).join();
        ledger.kept(picture).join();
        clock.pass(Ledger.SIGNATURES_KEPT_AFTER_ACK);
        purge();
        assertTrue(ledger.newReader().attachment(picture).isPresent(), "in no backup");

        ledger.backedUp(through.epoch(), through.lastSeq()).join();
        purge();

        assertEquals(Optional.empty(), ledger.newReader().attachment(picture));
        assertEquals(1, kept(), "that it was kept stays");
    }

    private void purge() {
        ledger.heardStreet(clock.instant());
        ledger.purge(MORNING.starts()).join();
    }

    @Test
    void readsPicturesOfTheStickAndSaysWhenThereIsNone() {
        assertEquals(600, scans.open("a.jpg").join().orElseThrow().width());
        assertEquals(Optional.empty(), scans.open("b.jpg").join());
        assertEquals(Optional.empty(), scans.open("c.jpg").join());
        assertEquals(2, scans.files().join().orElseThrow().size());

        stick.isThere = false;

        assertEquals(Optional.empty(), scans.files().join());
        assertEquals(Optional.empty(), scans.open("a.jpg").join());
    }

    private static final class Stick implements PictureShelf {
        private final Map<String, byte[]> files;
        private boolean isThere = true;

        Stick(Map<String, byte[]> files) {
            this.files = files;
        }

        @Override
        public List<String> pictures(int most) throws DeviceException {
            look();
            return files.keySet().stream().sorted().limit(most).toList();
        }

        @Override
        public byte[] picture(String name, int most) throws DeviceException {
            look();
            var found = files.get(name);
            if (found == null) {
                throw new DeviceException(DeviceFault.Kind.NOT_FOUND, "no such file");
            }
            return found;
        }

        private void look() throws DeviceException {
            if (!isThere) {
                throw new DeviceException(DeviceFault.Kind.NOT_FOUND, "no stick");
            }
        }

        @Override
        public String name() {
            return "stick";
        }

        @Override
        public DeviceKind kind() {
            return DeviceKind.DOCUMENT_PRINTER;
        }

        @Override
        public void run(DeviceListener listener) {}
    }
}
