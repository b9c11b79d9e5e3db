package cn.dangqun.bench.farm;

import cn.dangqun.bench.farm.kiosk.Settling;
import cn.dangqun.bench.farm.kiosk.Troubles;
import cn.dangqun.bench.farm.kiosk.VirtualKiosk;
import cn.dangqun.bench.farm.kiosk.Witness;
import cn.dangqun.config.settings.SettingsException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// Runs a farm in three parts: one kiosk alone, all together at nine o'clock, and the story, in which everything goes
/// wrong; then everything is sent, and what people saw is held against the street's pages and its disk.
final class Farm {
    private static final Duration MEETING = Duration.ofSeconds(30);
    private static final long GLANCE_MILLIS = 200;

    private final FarmPlan plan;
    private final Witness witness = new Witness();
    private final Map<String, Set<String>> atRisk = new ConcurrentHashMap<>();
    private final List<VirtualKiosk> kiosks = new ArrayList<>();

    Farm(FarmPlan plan) {
        this.plan = plan;
    }

    Harvest run() throws IOException, GeneralSecurityException, SettingsException, SQLException, InterruptedException {
        var street = FarmStreet.layOut(plan, Clock.systemUTC());
        try (var server = new StreetProcess(street.settings())) {
            var office = new FarmOffice(street, server);
            for (int i = 0; i < plan.kiosks(); i++) {
                kiosks.add(VirtualKiosk.open(street.place(i, server::port), witness));
            }
            for (var kiosk : kiosks) {
                kiosk.awaitReady();
            }
            unhurried(street, 0, 0); // unmeasured, so that all is compiled
            var together = Pace.of(IntStream.range(0, plan.kiosks())
                    .mapToObj(i -> (Pace.Measured) () -> unhurried(street, i, 1))
                    .toList());
            var alone = Pace.of(List.of(() -> unhurried(street, 1, 0)));
            var troubles = new Troubles(
                    office,
                    street.authority(),
                    (kiosk, people) -> atRisk.put(kiosk.id().value(), people));
            var exposed = new Rounds(plan, street, server, kiosks, troubles).run();
            meet(office);
            var audit = audit(street, office);
            return new Harvest(
                    alone,
                    together,
                    exposed,
                    witness.alreadyTold(),
                    office.pages(plan).present(),
                    audit);
        } finally {
            for (var kiosk : kiosks) {
                kiosk.close();
            }
        }
    }

    /// The next person comes when the street has the one before: what one person waits for is all that is measured.
    private List<Pace.Wait> unhurried(FarmStreet street, int kiosk, int part) throws IOException, InterruptedException {
        int from = (kiosk % 2 * 3 + part) * plan.people();
        var waits = new ArrayList<Pace.Wait>();
        for (var person : FarmStreet.peopleOf(plan, kiosk / 2).subList(from, from + plan.people())) {
            long tapped = System.nanoTime();
            var answer = kiosks.get(kiosk).serve(street.visitor(person));
            kiosks.get(kiosk).awaitSent();
            waits.add(new Pace.Wait(answer, Duration.ofNanos(System.nanoTime() - tapped)));
        }
        return waits;
    }

    /// Whoever was harmed is switched on once more, so that it tells the street what has become of it.
    private void meet(FarmOffice office) throws IOException, InterruptedException {
        for (var kiosk : kiosks) {
            new Settling(kiosk, office).settle();
            if (atRisk.containsKey(kiosk.id().value())) {
                kiosk.restart();
                new Settling(kiosk, office).settle();
            }
        }
    }

    /// Pages may be behind for a moment; what is wrong stays wrong.
    private FarmAudit audit(FarmStreet street, FarmOffice office)
            throws IOException, SQLException, InterruptedException {
        long end = System.nanoTime() + MEETING.toNanos();
        var audit = look(street, office);
        while (!audit.isKept() && System.nanoTime() < end) {
            Thread.sleep(GLANCE_MILLIS);
            audit = look(street, office);
        }
        return audit;
    }

    private FarmAudit look(FarmStreet street, FarmOffice office)
            throws IOException, SQLException, InterruptedException {
        var losses = new TreeMap<String, Loss>();
        for (var each : atRisk.entrySet()) {
            losses.put(each.getKey(), new Loss(each.getValue(), office.lost(each.getKey())));
        }
        var audit = FarmAudit.of(witness, street.database(), losses);
        var in = new ArrayList<>(witness.members());
        in.removeAll(audit.named());
        return audit.with(office.pages(plan).wrong(Set.copyOf(in)));
    }
}
