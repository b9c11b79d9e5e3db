package cn.dangqun.bench.farm;

import cn.dangqun.config.settings.SettingsException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Runs a farm in three parts: one kiosk alone, all together at nine o'clock, and all in bad weather; then it is
/// calm, everything is sent, and what people saw is held against the street's disk.
final class Farm {
    private final FarmPlan plan;
    private final Witness witness = new Witness();

    Farm(FarmPlan plan) {
        this.plan = plan;
    }

    /// `alone` is the baseline of `together`, measured in the same run.
    record Harvest(Pace alone, Pace together, Map<Trouble, Integer> troubles, long already, FarmAudit audit) {}

    Harvest run() throws IOException, GeneralSecurityException, SettingsException, SQLException, InterruptedException {
        var street = FarmStreet.layOut(plan, Clock.systemUTC());
        var kiosks = new ArrayList<VirtualKiosk>();
        try (var server = new StreetProcess(street.settings())) {
            for (int i = 0; i < plan.kiosks(); i++) {
                kiosks.add(VirtualKiosk.open(plan, street, FarmStreet.kiosk(i), server::port, witness));
            }
            for (var kiosk : kiosks) {
                kiosk.awaitReady();
            }
            all(List.of(() -> unhurried(kiosks.getFirst(), people(0, 0)))); // unmeasured, so that all is compiled
            var together = all(eachKiosk(i -> () -> unhurried(kiosks.get(i), people(i, 1))));
            var alone = all(List.of(() -> unhurried(kiosks.get(1), people(1, 0))));
            var troubles = badWeather(server, kiosks);
            for (var kiosk : kiosks) {
                kiosk.awaitSent();
            }
            var wrong = FarmPages.open(plan, street, server.console()).wrong(witness.members());
            var audit = FarmAudit.of(witness, street.database(), wrong);
            return new Harvest(alone, together, troubles, witness.alreadyTold(), audit);
        } finally {
            for (var kiosk : kiosks) {
                kiosk.close();
            }
        }
    }

    /// The people whom a kiosk serves in one part of the run.
    private List<FarmPerson> people(int kiosk, int part) {
        var ofSite = FarmStreet.peopleOf(plan, kiosk / 2);
        int from = (kiosk % 2 * 3 + part) * plan.people();
        return ofSite.subList(from, from + plan.people());
    }

    /// The next person comes when the street has the one before: what one person waits for is all that is measured.
    private static Pace unhurried(VirtualKiosk kiosk, List<FarmPerson> people) throws InterruptedException {
        var answers = new ArrayList<Duration>();
        var acknowledgements = new ArrayList<Duration>();
        long start = System.nanoTime();
        for (var person : people) {
            long tapped = System.nanoTime();
            answers.add(kiosk.serve(person));
            kiosk.awaitSent();
            acknowledgements.add(Duration.ofNanos(System.nanoTime() - tapped));
        }
        return new Pace(people.size(), Duration.ofNanos(System.nanoTime() - start), answers, acknowledgements);
    }

    private Map<Trouble, Integer> badWeather(StreetProcess server, List<VirtualKiosk> kiosks)
            throws IOException, InterruptedException {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var crowds = IntStream.range(0, kiosks.size())
                    .mapToObj(i -> workers.submit(() -> crowd(kiosks, i)))
                    .toList();
            var troubles = new Weather(server, kiosks, plan.seed()).rage(plan.weather());
            for (var crowd : crowds) {
                result(crowd);
            }
            return troubles;
        }
    }

    /// Every tenth person taps twice, and every tenth also at the other kiosk of the site.
    private Void crowd(List<VirtualKiosk> kiosks, int at) throws InterruptedException {
        var sibling = kiosks.get(Math.min(at ^ 1, kiosks.size() - 1));
        var people = people(at, 2);
        var pause = plan.weather().dividedBy(people.size());
        for (var person : people) {
            kiosks.get(at).serve(person);
            if (person.number() % 10 == 1) {
                kiosks.get(at).serve(person);
            }
            if (person.number() % 10 == 2) {
                sibling.serve(person);
            }
            Thread.sleep(pause);
        }
        return null;
    }

    private interface Task {
        Callable<Pace> of(int kiosk);
    }

    private List<Callable<Pace>> eachKiosk(Task task) {
        return IntStream.range(0, plan.kiosks()).mapToObj(task::of).toList();
    }

    private static Pace all(List<Callable<Pace>> tasks) throws InterruptedException, IOException {
        long start = System.nanoTime();
        var answers = new ArrayList<Duration>();
        var acknowledgements = new ArrayList<Duration>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : workers.invokeAll(tasks)) {
                answers.addAll(result(each).answers());
                acknowledgements.addAll(result(each).acknowledgements());
            }
        }
        return new Pace(
                answers.size(),
                Duration.ofNanos(System.nanoTime() - start),
                answers,
                Collections.unmodifiableList(acknowledgements));
    }

    private static <T> T result(Future<T> task) throws InterruptedException, IOException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IOException("the farm broke down", e.getCause());
        }
    }
}
