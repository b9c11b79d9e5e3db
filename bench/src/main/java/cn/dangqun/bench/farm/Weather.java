package cn.dangqun.bench.farm;

import cn.dangqun.devices.simulator.SimulatedReader;
import cn.dangqun.devices.simulator.SimulatedScanner;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Makes trouble on the whole farm for a while, several kinds at once, and ends all of it again. The same seed makes
/// the same troubles in the same order. For one thread.
final class Weather {
    private static final List<Trouble> TROUBLES = List.of(Trouble.values());
    private static final int LONGEST_PAUSE_MILLIS = 250;
    private static final int SHORTEST_TROUBLE_MILLIS = 100;
    private static final int LONGEST_TROUBLE_MILLIS = 2500;
    private static final int WRONG_SECONDS = 600;

    private final StreetProcess street;
    private final List<VirtualKiosk> kiosks;
    private final Random random;
    private final Map<Trouble, Integer> counts = new EnumMap<>(Trouble.class);
    /// One trouble at a kiosk, and one server to kill, at a time.
    private final List<Semaphore> places;
    private final Semaphore server = new Semaphore(1);

    Weather(StreetProcess street, List<VirtualKiosk> kiosks, long seed) {
        this.street = street;
        this.kiosks = List.copyOf(kiosks);
        this.random = new Random(seed);
        this.places = kiosks.stream().map(_ -> new Semaphore(1)).toList();
    }

    /// Returns when it is calm again: every line whole, every device mended, every clock right, the server up.
    Map<Trouble, Integer> rage(Duration time) throws InterruptedException, IOException {
        var troubles = new ArrayList<Future<Void>>();
        long end = System.nanoTime() + time.toNanos();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            while (System.nanoTime() < end) {
                int place = random.nextInt(kiosks.size());
                var trouble = TROUBLES.get(random.nextInt(TROUBLES.size()));
                int millis = random.nextInt(SHORTEST_TROUBLE_MILLIS, LONGEST_TROUBLE_MILLIS);
                int wrong = random.nextInt(-WRONG_SECONDS, WRONG_SECONDS);
                var where = trouble == Trouble.STREET_KILLED ? server : places.get(place);
                if (where.tryAcquire()) {
                    counts.merge(trouble, 1, Integer::sum);
                    troubles.add(
                            workers.submit(ending(where, () -> happen(trouble, kiosks.get(place), millis, wrong))));
                }
                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
            }
        }
        for (var trouble : troubles) {
            await(trouble);
        }
        return Collections.unmodifiableMap(counts);
    }

    private static Callable<Void> ending(Semaphore where, Callable<Void> trouble) {
        return () -> {
            try {
                return trouble.call();
            } finally {
                where.release();
            }
        };
    }

    private Void happen(Trouble trouble, VirtualKiosk kiosk, int millis, int wrongSeconds) throws Exception {
        switch (trouble) {
            case LINE_CUT -> kiosk.line().cut();
            case LINE_STUCK -> kiosk.line().stick();
            case READER_UNPLUGGED -> kiosk.unplug(SimulatedReader.class);
            case SCANNER_UNPLUGGED -> kiosk.unplug(SimulatedScanner.class);
            case CLOCK_SET_WRONG -> kiosk.clock().shift(Duration.ofSeconds(wrongSeconds));
            case KIOSK_RESTARTED -> kiosk.restart();
            case STREET_KILLED -> street.kill();
        }
        TimeUnit.MILLISECONDS.sleep(millis);
        switch (trouble) {
            case LINE_CUT, LINE_STUCK -> kiosk.line().mend();
            case READER_UNPLUGGED -> kiosk.plugIn(SimulatedReader.class);
            case SCANNER_UNPLUGGED -> kiosk.plugIn(SimulatedScanner.class);
            case CLOCK_SET_WRONG -> kiosk.clock().shift(Duration.ZERO);
            case KIOSK_RESTARTED -> {}
            case STREET_KILLED -> street.startAgain();
        }
        return null;
    }

    private static void await(Future<Void> trouble) throws InterruptedException, IOException {
        try {
            trouble.get();
        } catch (ExecutionException e) {
            throw new IOException("a trouble could not be made or ended", e.getCause());
        }
    }
}
