package cn.dangqun.bench.farm.kiosk;

import cn.dangqun.kiosk.sync.SyncStatus.Link;
import cn.dangqun.kiosk.sync.SyncStatus.RefusalReason;
import java.io.IOException;

/// Revoked while it has something that the street has not: either that goes along when it is enrolled anew, or it is
/// let deliver first.
record Revoked(Settling settling, boolean isLate) implements Trouble {
    private VirtualKiosk kiosk() {
        return settling.kiosk();
    }

    @Override
    public void strike() {
        kiosk().line().cut();
    }

    @Override
    public void serve(Visitor person) throws IOException, InterruptedException {
        kiosk().serve(person);
    }

    @Override
    public void end() throws IOException, InterruptedException {
        settling.office().revoke(kiosk().id());
        kiosk().line().mend();
        kiosk().await(
                        "hear that it is revoked",
                        () -> kiosk().status().link().equals(new Link.Refused(RefusalReason.REVOKED)));
        if (isLate) {
            settling.office().allowLateDelivery(kiosk().id());
            kiosk().restart();
            kiosk().awaitSent();
        }
        settling.enrolAnew();
    }
}
