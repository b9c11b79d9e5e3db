package cn.dangqun.bench.farm;

import cn.dangqun.bench.farm.kiosk.Witness;
import cn.dangqun.server.ledger.EpochDecisions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Compares what people saw with the figures on the street's pages and with what lies on its disk.
///
/// `lost`: facts shown as 签到成功 that the street does not have, and that nobody says are lost. `named`: people whose
/// facts stood in a harmed file alone, no more of them than the street's page says. `uncounted`: all others who were
/// told that they are in and are not. `twice`: people counted more than once. `strangers`: counted, and never told.
/// `parked`: facts in quarantine or in a conflict that nobody has decided. `wrongPages`: figures that somebody reads
/// and that are not what people were told.
record FarmAudit(
        int successes,
        int people,
        long facts,
        List<String> lost,
        Set<String> named,
        List<String> uncounted,
        List<String> twice,
        List<String> strangers,
        long parked,
        List<String> wrongPages) {
    FarmAudit {
        lost = List.copyOf(lost);
        named = Set.copyOf(named);
        uncounted = List.copyOf(uncounted);
        twice = List.copyOf(twice);
        strangers = List.copyOf(strangers);
        wrongPages = List.copyOf(wrongPages);
    }

    /// `losses` by kiosk. The pages are not read yet: see [#with].
    static FarmAudit of(Witness witness, Path database, Map<String, Loss> losses) throws SQLException {
        try (var street = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            // a fact that was carried over is still the one that was shown
            var facts = new TreeSet<>(
                    texts(street, "SELECT kiosk || '/' || epoch || '/' || seq FROM fact JOIN chain ON number = chain"));
            int count = facts.size();
            facts.addAll(
                    texts(street, "SELECT origin_kiosk || '/' || origin_epoch || '/' || origin_seq FROM fact_carried"));
            // the lines whose sum is the figure on the page
            var counted = texts(
                    street, "SELECT member FROM attendance_line WHERE state IN ('PRESENT', 'LATE', 'MAKEUP_SIGNED')");
            var parked = texts(
                    street,
                    "SELECT seq FROM fact_quarantine UNION ALL SELECT seq FROM ledger_conflict l WHERE "
                            + EpochDecisions.CONFLICT_IS_OPEN);
            var once = new TreeSet<>(counted);
            var told = witness.members();
            var gone = Gone.of(witness.facts(), facts, losses);
            var uncounted = without(told, once);
            return new FarmAudit(
                    witness.facts().size(),
                    told.size(),
                    count,
                    gone.lost(),
                    uncounted.stream().filter(gone.excused()::contains).collect(Collectors.toSet()),
                    without(uncounted, gone.excused()),
                    repeated(counted),
                    without(once, told),
                    parked.size(),
                    List.of());
        }
    }

    /// Facts that are not at the street: unexplained ones, and who was told of the others.
    private record Gone(List<String> lost, Set<String> excused) {
        static Gone of(Map<String, Set<String>> shown, Set<String> there, Map<String, Loss> losses) {
            var lost = new ArrayList<String>();
            var excused = new TreeSet<String>();
            shown.entrySet().stream()
                    .filter(fact -> !there.contains(fact.getKey()))
                    .collect(Collectors.groupingBy(
                            fact -> fact.getKey().substring(0, fact.getKey().indexOf('/'))))
                    .forEach((kiosk, facts) -> {
                        var loss = losses.get(kiosk);
                        boolean isExcused = loss != null && loss.excuses(facts);
                        facts.forEach(fact -> {
                            if (isExcused) {
                                excused.addAll(fact.getValue());
                            } else {
                                lost.add(fact.getKey());
                            }
                        });
                    });
            return new Gone(lost, excused);
        }
    }

    /// The same, with what was wrong on the pages.
    FarmAudit with(List<String> wrong) {
        return new FarmAudit(successes, people, facts, lost, named, uncounted, twice, strangers, parked, wrong);
    }

    /// True when every 签到成功 is counted, once, or said to be lost, and nobody else is counted.
    boolean isKept() {
        return lost.isEmpty()
                && uncounted.isEmpty()
                && twice.isEmpty()
                && strangers.isEmpty()
                && parked == 0
                && wrongPages.isEmpty();
    }

    /// Whether somebody of these was wronged.
    boolean isBrokenFor(Set<String> people) {
        return uncounted.stream().anyMatch(people::contains) || twice.stream().anyMatch(people::contains);
    }

    private static List<String> without(Iterable<String> all, Set<String> known) {
        var rest = new ArrayList<String>();
        all.forEach(each -> {
            if (!known.contains(each)) {
                rest.add(each);
            }
        });
        Collections.sort(rest); // a report reads the same twice
        return rest;
    }

    private static List<String> repeated(List<String> all) {
        var seen = new TreeSet<String>();
        return all.stream().filter(each -> !seen.add(each)).toList();
    }

    private static List<String> texts(Connection street, String sql) throws SQLException {
        try (var statement = street.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
