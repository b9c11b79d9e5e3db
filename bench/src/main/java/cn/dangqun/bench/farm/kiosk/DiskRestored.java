package cn.dangqun.bench.farm.kiosk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// An image of the disk comes back some people later. It does not know those people, who come again before the street
/// can say so.
final class DiskRestored implements Trouble {
    private final Settling settling;
    private final VirtualKiosk kiosk;
    private final List<Visitor> unknown = new ArrayList<>();

    DiskRestored(Settling settling) {
        this.settling = settling;
        this.kiosk = settling.kiosk();
    }

    @Override
    public void strike() throws IOException, InterruptedException {
        kiosk.alone(() -> kiosk.disk().imageTo(kiosk.disk().beside("image")));
    }

    @Override
    public void serve(Visitor person) throws IOException, InterruptedException {
        kiosk.serve(person);
        unknown.add(person);
    }

    @Override
    public void end() throws IOException, InterruptedException {
        kiosk.alone(() -> {
            settling.settle();
            kiosk.line().cut();
            kiosk.restart(() -> kiosk.disk().restore(kiosk.disk().beside("image")));
        });
        for (var person : unknown) {
            kiosk.serve(person);
        }
        kiosk.line().mend();
        settling.settle();
    }
}
