package cn.dangqun.simulation;

import cn.dangqun.kiosk.sync.SyncStatus;
import cn.dangqun.simulation.machine.Ground;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/// People who put up machines. Whoever saw that a machine is a kiosk now goes home, and comes again only when
/// somebody has put an older disk into it or into the street. Who has not seen it asks for another code in the
/// evening: the first may have run out while the street did not answer.
final class Installers {
    private final Stage stage;
    private final IntConsumer diskLost;
    private final Set<Integer> doubtful = new TreeSet<>();
    private final Set<Integer> put = new TreeSet<>();
    private final Set<Integer> seen = new TreeSet<>();

    /// `diskLost` hears whose former disk is gone.
    Installers(Stage stage, IntConsumer diskLost) {
        this.stage = stage;
        this.diskLost = diskLost;
    }

    void putUp(int number) {
        if (stage.street().isOn()) {
            diskLost.accept(number);
            put.add(number);
            seen.remove(number);
            stage.kiosks().get(number).replaceByNew(code(number));
        }
    }

    private String code(int number) {
        var code = new String[1];
        stage.street()
                .with(server -> code[0] = server.codes()
                        .create(Ground.kioskId(number), "样例一体机" + number, "site-" + Ground.community(number))
                        .text());
        return code[0];
    }

    /// What the machines say of themselves now.
    void look() {
        for (int number : put) {
            var kiosk = stage.kiosks().get(number);
            if (kiosk.isOn() && !(kiosk.sync().status().link() instanceof SyncStatus.Link.NotEnrolled)) {
                seen.add(number);
            }
        }
    }

    /// An older disk is in use, of a kiosk or of the street.
    void lost() {
        doubtful.addAll(put);
    }

    /// In the evening whoever may not know what became of their machine is given another code.
    void mend() {
        look();
        put.stream().filter(number -> !seen.contains(number)).forEach(doubtful::add);
        for (int number : doubtful) {
            var code = code(number);
            stage.kiosks().get(number).with(kiosk -> {
                var _ = kiosk.sync().enrol(code);
            });
        }
        doubtful.clear();
    }
}
