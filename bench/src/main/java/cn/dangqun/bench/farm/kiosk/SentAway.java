package cn.dangqun.bench.farm.kiosk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// People whom a kiosk could not serve, and who come again later. For one thread.
final class SentAway {
    private final VirtualKiosk kiosk;
    private final List<Visitor> people = new ArrayList<>();

    SentAway(VirtualKiosk kiosk) {
        this.kiosk = kiosk;
    }

    void tryOnce(Visitor person) throws IOException, InterruptedException {
        if (!kiosk.serveOnce(person)) {
            people.add(person);
        }
    }

    void comeAgain() throws IOException, InterruptedException {
        for (var person : people) {
            kiosk.serve(person);
        }
        people.clear();
    }
}
