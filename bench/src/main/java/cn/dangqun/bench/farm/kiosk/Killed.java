package cn.dangqun.bench.farm.kiosk;

import java.io.IOException;

/// SIGKILL while the first person checks in; that person comes again, and the rest come to what is left.
final class Killed implements Trouble {
    private static final int MOST_MICROS = 4000;

    private final VirtualKiosk kiosk;
    private final boolean answered;
    private final int micros;
    private boolean isOver;

    Killed(VirtualKiosk kiosk, boolean answered, int lot) {
        this.kiosk = kiosk;
        this.answered = answered;
        this.micros = lot % MOST_MICROS;
    }

    @Override
    public void strike() throws IOException, InterruptedException {
        kiosk.moveOut();
    }

    @Override
    public void serve(Visitor person) throws IOException, InterruptedException {
        if (!isOver) {
            kiosk.alone(() -> {
                kiosk.killWhile(person, answered, micros);
                kiosk.restart();
            });
            isOver = true;
        }
        kiosk.serve(person);
    }

    @Override
    public void end() throws IOException, InterruptedException {
        if (!isOver) {
            kiosk.restart();
        }
    }
}
