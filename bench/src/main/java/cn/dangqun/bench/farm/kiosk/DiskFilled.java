package cn.dangqun.bench.farm.kiosk;

import java.io.IOException;

/// No file may grow any more, but by so many bytes; who is sent away comes again when there is room.
final class DiskFilled implements Trouble {
    private static final int MOST_BYTES = 40_000;

    private final VirtualKiosk kiosk;
    private final int bytes;
    private final SentAway sentAway;

    DiskFilled(VirtualKiosk kiosk, int lot) {
        this.kiosk = kiosk;
        this.bytes = lot % MOST_BYTES;
        this.sentAway = new SentAway(kiosk);
    }

    @Override
    public void strike() throws IOException, InterruptedException {
        kiosk.alone(() -> kiosk.moveOut().limitFiles(kiosk.disk().logLength() + bytes));
    }

    @Override
    public void serve(Visitor person) throws IOException, InterruptedException {
        sentAway.tryOnce(person);
    }

    @Override
    public void end() throws IOException, InterruptedException {
        kiosk.process().unlimitFiles();
        sentAway.comeAgain();
        kiosk.restart();
    }
}
