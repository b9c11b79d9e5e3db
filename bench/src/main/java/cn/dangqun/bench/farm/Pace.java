package cn.dangqun.bench.farm;

import java.time.Duration;
import java.util.List;

/// How fast people got through: from tap to committed answer, and on to the street's acknowledgement.
record Pace(int people, Duration time, List<Duration> answers, List<Duration> acknowledgements) {
    Pace {
        answers = answers.stream().sorted().toList();
        acknowledgements = acknowledgements.stream().sorted().toList();
    }

    double perSecond() {
        return people * 1e9 / time.toNanos();
    }

    static double millis(List<Duration> sorted, double quantile) {
        return sorted.get((int) (quantile * (sorted.size() - 1))).toNanos() / 1e6;
    }
}
