package cn.dangqun.bench.farm.kiosk;

import cn.dangqun.kiosk.sync.EnrolmentDesk.Enrolment;
import cn.dangqun.kiosk.sync.SyncStatus.Link;
import cn.dangqun.kiosk.sync.SyncStatus.RefusalReason;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// Brings a kiosk and the street together again, with the hands that this takes at both ends.
public record Settling(VirtualKiosk kiosk, Office office) {
    private static final long GLANCE_MILLIS = 20;

    /// Waits until the street has everything. A ledger that does not continue may begin anew, since the administrator
    /// allows it, and the kiosk is switched off and on so that it need not wait for its next try.
    public void settle() throws IOException, InterruptedException {
        long end = System.nanoTime() + VirtualKiosk.PATIENCE.toNanos();
        while (!isSettled()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(kiosk.id() + " and the street do not meet: " + kiosk.status());
            }
            if (isRefusedLedger() && office.allowToBeginAnew(kiosk.id())) {
                kiosk.restart();
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
    }

    private boolean isSettled() {
        var status = kiosk.status();
        return status.link() instanceof Link.Connected && status.pending() == 0;
    }

    private boolean isRefusedLedger() {
        return kiosk.status().link() instanceof Link.Refused(RefusalReason reason)
                && (reason == RefusalReason.LEDGER_CONFLICT || reason == RefusalReason.LEDGER_GAP);
    }

    /// With a code of the administrator, at the kiosk's screen; then everything it has goes to the street.
    void enrolAnew() throws IOException, InterruptedException {
        var result = kiosk.enrol(office.code(kiosk.id()));
        if (!(result instanceof Enrolment.Enrolled)) {
            throw new IOException(kiosk.id() + " is not enrolled anew: " + result);
        }
        settle();
    }
}
