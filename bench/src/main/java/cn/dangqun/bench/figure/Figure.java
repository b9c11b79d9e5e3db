package cn.dangqun.bench.figure;

import java.util.Optional;
import java.util.OptionalDouble;

/// One measured figure. `name`: what was measured, in words that say how much of it; `unit`: such as `ms`.
public record Figure(String name, String unit, Runs runs, Optional<Baseline> baseline, Optional<Goal> goal) {
    public static Figure of(String name, String unit, Runs runs) {
        return new Figure(name, unit, runs, Optional.empty(), Optional.empty());
    }

    /// Of one run.
    public static Figure of(String name, String unit, double measured) {
        return of(name, unit, Runs.of(measured));
    }

    public Figure beside(String what, Runs runs) {
        return new Figure(name, unit, this.runs, Optional.of(new Baseline(what, runs)), goal);
    }

    public Figure beside(String what, double measured) {
        return beside(what, Runs.of(measured));
    }

    /// @throws IllegalArgumentException if a ratio is asked of a figure that has no baseline yet
    public Figure toward(Goal goal) {
        if (goal.of() == Goal.Of.RATIO && baseline.isEmpty()) {
            throw new IllegalArgumentException("a ratio of " + name + " to nothing");
        }
        return new Figure(name, unit, runs, baseline, Optional.of(goal));
    }

    /// Median by median: how many times its baseline it is.
    public OptionalDouble ratio() {
        return baseline.map(
                        other -> OptionalDouble.of(runs.median() / other.runs().median()))
                .orElseGet(OptionalDouble::empty);
    }

    /// Empty without a goal.
    public Optional<Boolean> isMet() {
        return goal.map(wanted -> wanted.isMetBy(wanted.of() == Goal.Of.RATIO ? ratio().orElseThrow() : runs.median()));
    }
}
