package cn.dangqun.bench.farm.kiosk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A copy of the disk runs in a second machine beside the first, and people go to both by turns. Later the second one
/// gets a line as well, and both come to the street, one after the other.
final class DiskCloned implements Trouble {
    private final Settling settling;
    private final VirtualKiosk kiosk;
    private final List<VirtualKiosk> clones = new ArrayList<>();
    private int served;

    DiskCloned(Settling settling) {
        this.settling = settling;
        this.kiosk = settling.kiosk();
    }

    @Override
    public void strike() throws IOException, InterruptedException {
        var copy = kiosk.disk().beside("clone");
        kiosk.alone(() -> kiosk.disk().imageTo(copy));
        var clone = kiosk.cloned(copy);
        clones.add(clone);
        clone.awaitReady();
    }

    @Override
    public void serve(Visitor person) throws IOException, InterruptedException {
        (served++ % 2 == 0 ? clones.getFirst() : kiosk).serve(person);
    }

    @Override
    public void end() throws IOException, InterruptedException {
        settling.settle();
        kiosk.alone(() -> kiosk.restart(() -> {
            try (var clone = clones.getFirst()) {
                clone.line().mend();
                new Settling(clone, settling.office()).settle();
            }
        }));
        settling.settle();
    }
}
