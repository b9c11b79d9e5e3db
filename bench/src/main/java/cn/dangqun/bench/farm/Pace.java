package cn.dangqun.bench.farm;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/// How fast people got through: from tap to committed answer, and on to the street's acknowledgement.
record Pace(int people, Duration time, List<Duration> answers, List<Duration> acknowledgements) {
    Pace {
        answers = answers.stream().sorted().toList();
        acknowledgements = acknowledgements.stream().sorted().toList();
    }

    /// What one person waited for.
    record Wait(Duration answer, Duration acknowledgement) {}

    /// People at one kiosk, one after another.
    interface Measured {
        List<Wait> serve() throws IOException, InterruptedException;
    }

    /// All at once.
    static Pace of(List<Measured> kiosks) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var waits = Together.all(kiosks.stream()
                        .map(each -> (Callable<List<Wait>>) each::serve)
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
        return new Pace(
                waits.size(),
                Duration.ofNanos(System.nanoTime() - start),
                waits.stream().map(Wait::answer).toList(),
                waits.stream().map(Wait::acknowledgement).toList());
    }

    double perSecond() {
        return people * 1e9 / time.toNanos();
    }

    static double millis(List<Duration> sorted, double quantile) {
        return sorted.get((int) (quantile * (sorted.size() - 1))).toNanos() / 1e6;
    }
}
