package cn.dangqun.bench.farm;

import java.io.PrintStream;
import java.util.List;
import java.util.TreeMap;

/// Says how a farm fared.
final class FarmReport {
    private static final int NAMED = 10;

    private FarmReport() {}

    static void print(PrintStream out, FarmPlan plan, Harvest harvest) {
        var alone = harvest.alone();
        var together = harvest.together();
        out.printf(
                "%d kiosks at %d sites, %d faults, seed %d%n",
                plan.kiosks(),
                plan.sites(),
                plan.story().faults().size(),
                plan.story().seed());
        out.printf("%22s %10s %10s %8s%n", "", "1 alone", plan.kiosks() + " at once", "ratio");
        row(out, "people a second", alone.perSecond(), together.perSecond());
        for (double quantile : new double[] {0.5, 0.99}) {
            row(
                    out,
                    "tap to answer, ms, %.0f%%".formatted(quantile * 100),
                    Pace.millis(alone.answers(), quantile),
                    Pace.millis(together.answers(), quantile));
            row(
                    out,
                    "tap to street, ms, %.0f%%".formatted(quantile * 100),
                    Pace.millis(alone.acknowledgements(), quantile),
                    Pace.millis(together.acknowledgements(), quantile));
        }
        out.printf("%22s %10s %10s %8s%n", "", "struck", "people", "broken");
        harvest.tallies()
                .forEach((kind, tally) ->
                        out.printf("%22s %10d %10d %8d%n", kind, tally.struck(), tally.people(), tally.broken()));
        out.println("实到 by activity: " + new TreeMap<>(harvest.present()));
        print(out, harvest.audit(), harvest.already());
    }

    private static void row(PrintStream out, String what, double alone, double together) {
        out.printf("%22s %10.1f %10.1f %8.2f%n", what, alone, together, together / alone);
    }

    private static void print(PrintStream out, FarmAudit audit, long already) {
        out.printf(
                "签到成功 shown %d times, 您已签到 %d times, to %d people; %d facts at the street%n",
                audit.successes(), already, audit.people(), audit.facts());
        out.printf(
                "lost %d, said to be lost %d, told and not counted %d, counted twice %d, counted and never told %d, parked %d%n",
                audit.lost().size(),
                audit.named().size(),
                audit.uncounted().size(),
                audit.twice().size(),
                audit.strangers().size(),
                audit.parked());
        name(out, "lost", audit.lost());
        name(out, "said to be lost", audit.named().stream().sorted().toList());
        name(out, "not counted", audit.uncounted());
        name(out, "twice", audit.twice());
        name(out, "never told", audit.strangers());
        name(out, "wrong on the page", audit.wrongPages());
        out.println(audit.isKept() ? "the promise was kept" : "THE PROMISE WAS BROKEN");
    }

    private static void name(PrintStream out, String what, List<String> ids) {
        if (!ids.isEmpty()) {
            out.println(what + ": " + ids.subList(0, Math.min(NAMED, ids.size())));
        }
    }
}
