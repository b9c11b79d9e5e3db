package cn.dangqun.bench.farm;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Compares what people saw with the figures on the street's pages and with what lies on its disk.
///
/// `lost`: facts shown as 签到成功 that the street does not have. `uncounted`: people who were told that they are in and
/// are not. `twice`: people counted more than once. `strangers`: counted, and never told. `parked`: facts in
/// quarantine or refused as a conflict. `wrongPages`: figures that somebody reads and that are not what people were
/// told.
record FarmAudit(
        int successes,
        int people,
        long facts,
        List<String> lost,
        List<String> uncounted,
        List<String> twice,
        List<String> strangers,
        long parked,
        List<String> wrongPages) {
    FarmAudit {
        lost = List.copyOf(lost);
        uncounted = List.copyOf(uncounted);
        twice = List.copyOf(twice);
        strangers = List.copyOf(strangers);
        wrongPages = List.copyOf(wrongPages);
    }

    static FarmAudit of(Witness witness, Path database, List<String> wrongPages) throws SQLException {
        try (var street = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            var facts =
                    texts(street, "SELECT kiosk || '/' || epoch || '/' || seq FROM fact JOIN chain ON number = chain");
            // the lines whose sum is the figure on the page
            var counted = texts(
                    street, "SELECT member FROM attendance_line WHERE state IN ('PRESENT', 'LATE', 'MAKEUP_SIGNED')");
            var parked = texts(street, "SELECT seq FROM fact_quarantine UNION ALL SELECT seq FROM ledger_conflict");
            var once = new TreeSet<>(counted);
            var told = witness.members();
            return new FarmAudit(
                    witness.facts().size(),
                    told.size(),
                    facts.size(),
                    without(witness.facts(), new TreeSet<>(facts)),
                    without(told, once),
                    repeated(counted),
                    without(once, told),
                    parked.size(),
                    wrongPages);
        }
    }

    /// True when every 签到成功 is counted, once, and nobody else is.
    boolean isKept() {
        return lost.isEmpty()
                && uncounted.isEmpty()
                && twice.isEmpty()
                && strangers.isEmpty()
                && parked == 0
                && wrongPages.isEmpty();
    }

    private static List<String> without(Iterable<String> all, Set<String> known) {
        var rest = new ArrayList<String>();
        all.forEach(each -> {
            if (!known.contains(each)) {
                rest.add(each);
            }
        });
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
