package cn.dangqun.bench.farm.kiosk;

import cn.dangqun.kiosk.sync.SyncStatus.Link;
import java.io.IOException;

/// Its certificate has ended: it goes on alone until staff enrol it anew.
record Expired(Settling settling, ExpiredCertificate certificate) implements Trouble {
    private VirtualKiosk kiosk() {
        return settling.kiosk();
    }

    @Override
    public void strike() throws IOException, InterruptedException {
        kiosk().restart(() -> certificate.into(kiosk().disk().identity()));
    }

    @Override
    public void serve(Visitor person) throws IOException, InterruptedException {
        kiosk().serve(person);
    }

    @Override
    public void end() throws IOException, InterruptedException {
        kiosk().await(
                        "say that its certificate has ended",
                        () -> kiosk().status().link() instanceof Link.CertificateExpired);
        settling.enrolAnew();
    }
}
