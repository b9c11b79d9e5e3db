package cn.dangqun.bench.farm.kiosk;

import cn.dangqun.bench.farm.kiosk.Troubles.Losses;
import java.io.IOException;

/// What came while the line was cut stands in the ledger alone; then the power goes, and the file or its log is harmed.
record LedgerHarmed(Settling settling, String way, int lot, Losses losses) implements Trouble {
    private VirtualKiosk kiosk() {
        return settling.kiosk();
    }

    @Override
    public void strike() throws IOException, InterruptedException {
        kiosk().alone(() -> {
            settling.settle();
            kiosk().line().cut();
            kiosk().beginNoting();
        });
    }

    @Override
    public void serve(Visitor person) throws IOException, InterruptedException {
        kiosk().serve(person);
    }

    @Override
    public void end() throws IOException, InterruptedException {
        var disk = kiosk().disk();
        kiosk().alone(() -> {
            var image = disk.beside("power-cut-" + lot);
            disk.ledgerTo(image);
            kiosk().reboot(() -> {
                disk.restoreLedger(image);
                disk.harm(way, lot);
                losses.atRisk(kiosk(), kiosk().noted());
                kiosk().line().mend();
            });
        });
        settling.settle();
    }
}
