package cn.dangqun.simulation.machine;

import cn.dangqun.domain.queue.Handover;
import cn.dangqun.kiosk.appointment.AppointmentDesk;
import cn.dangqun.kiosk.appointment.AppointmentFeature;
import cn.dangqun.kiosk.appointment.AppointmentProjection;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.queue.QueueDesk;
import cn.dangqun.kiosk.queue.QueueFeature;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.request.RequestFeature;
import cn.dangqun.kiosk.request.RequestServices;
import cn.dangqun.kiosk.sync.KioskIdentity;
import cn.dangqun.kiosk.sync.KioskSync;
import java.util.concurrent.CompletableFuture;

/// What people come to a kiosk of a centre for beside check-in.
public record CentreDesks(QueueDesk queue, AppointmentDesk appointments, RequestServices requests) {
    static CentreDesks open(Ledger ledger, ReferenceStore reference, KioskClock clock, KioskSync sync) {
        var zone = StreetMachine.ZONE;
        var queue = QueueFeature.services(ledger, reference, clock, zone, AppointmentProjection::kept);
        return new CentreDesks(
                queue.desk(),
                AppointmentFeature.desk(
                        ledger, reference, clock, zone, () -> sync.identity().map(KioskIdentity::kiosk), queue),
                RequestFeature.services(
                        ledger, reference, clock, zone, receipt -> CompletableFuture.completedFuture(Handover.SHOWN)));
    }
}
