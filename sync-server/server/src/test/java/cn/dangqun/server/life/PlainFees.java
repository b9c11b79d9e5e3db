package cn.dangqun.server.life;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What everybody owes and has paid by arithmetic of the test's own, on 23 November 2026. Knows nothing of the server.
/// Months are 1 to 12; branches by id.
final class PlainFees {
    /// The month of today, which is not over.
    private static final int NOW = 11;

    /// An amount from a month on.
    record Fixed(int from, BigDecimal monthly, boolean quarterly) {}

    /// Approved by both: `reduced` is null for nothing at all.
    record Less(int from, int to, BigDecimal reduced) {}

    final Map<String, List<Fixed>> fixed = new HashMap<>();
    final Map<String, List<Less>> less = new HashMap<>();
    final Map<String, Set<Integer>> paid = new HashMap<>();

    /// Who left, and in which month it was.
    final Map<String, Integer> left = new HashMap<>();

    /// Who moved amid a month, which was still owed where they were, and where to.
    final Map<String, Integer> movedIn = new HashMap<>();

    final Map<String, String> movedTo = new HashMap<>();
    private final List<MadeYear.Branch> branches;

    PlainFees(List<MadeYear.Branch> branches) {
        this.branches = branches;
    }

    /// One month: to whom it is owed, how it stands, and how much.
    record Month(String branch, String state, BigDecimal due) {}

    List<String> members() {
        var members = new ArrayList<String>();
        branches.forEach(branch -> {
            for (int m = 1; m <= 5; m++) {
                members.add(MadeYear.member(branch.id(), m));
            }
        });
        return members;
    }

    Month month(String member, int month) {
        var branch = branch(member, month);
        if (branch.isEmpty()) {
            return new Month("", "NOT_A_MEMBER", BigDecimal.ZERO);
        }
        boolean isPaid = paid.getOrDefault(member, Set.of()).contains(month);
        Fixed term = null;
        for (var each : fixed.getOrDefault(member, List.of())) {
            if (each.from() <= month) {
                term = each;
            }
        }
        if (term == null) {
            return new Month(branch, isPaid ? "PAID" : "NOT_FIXED", BigDecimal.ZERO);
        }
        var due = term.monthly();
        for (var each : less.getOrDefault(member, List.of())) {
            if (each.from() <= month && month <= each.to()) {
                if (each.reduced() == null) {
                    return new Month(branch, "EXEMPT", BigDecimal.ZERO);
                }
                due = each.reduced();
            }
        }
        int over = term.quarterly() ? (month + 2) / 3 * 3 : month;
        var state = isPaid ? "PAID" : over < NOW ? "ARREARS" : "OPEN";
        return new Month(branch, state, due);
    }

    /// Where they were at its beginning, if they are members at its end.
    private String branch(String member, int month) {
        var first = member.toLowerCase(Locale.ROOT).substring(0, 5);
        if (first.endsWith("b4") && month < 5) {
            return "";
        }
        if (left.containsKey(member) && month >= left.get(member)) {
            return "";
        }
        if (movedTo.containsKey(member) && month > movedIn.get(member)) {
            return movedTo.get(member);
        }
        boolean moved = first.endsWith("b2") && member.endsWith("M5") && month >= 7;
        return moved ? first.substring(0, 3) + "b1" : first;
    }

    /// A row of a branch's page: twelve states, what is owed and paid to the branch, and months in arrears.
    record Row(List<String> states, String due, String paid, String late) {}

    Map<String, Row> rows(String branch) {
        var rows = new TreeMap<String, Row>();
        for (var member : members()) {
            var states = new ArrayList<String>();
            var due = BigDecimal.ZERO;
            var in = BigDecimal.ZERO;
            int late = 0;
            for (int m = 1; m <= 12; m++) {
                var month = month(member, m);
                boolean ours = month.branch().equals(branch);
                states.add(ours ? month.state() : "NOT_A_MEMBER");
                due = due.add(ours ? month.due() : BigDecimal.ZERO);
                in = in.add(ours && month.state().equals("PAID") ? month.due() : BigDecimal.ZERO);
                late += ours && month.state().equals("ARREARS") ? 1 : 0;
            }
            if (new HashSet<>(states).size() > 1 || !states.contains("NOT_A_MEMBER")) {
                rows.put(member, new Row(states, money(due), money(in), "" + late));
            }
        }
        return rows;
    }

    /// 党员, 未核定, 上半年应交, 实交, 下半年应交, 实交, 全年应交, 实交, 欠交人数 of each branch.
    Map<String, List<String>> totals() {
        var totals = new LinkedHashMap<String, List<String>>();
        for (var branch : branches) {
            var rows = rows(branch.id());
            var sums = new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
            for (var member : rows.keySet()) {
                for (int m = 1; m <= 12; m++) {
                    var month = month(member, m);
                    if (month.branch().equals(branch.id())) {
                        int half = m <= 6 ? 0 : 2;
                        sums[half] = sums[half].add(month.due());
                        if (month.state().equals("PAID")) {
                            sums[half + 1] = sums[half + 1].add(month.due());
                        }
                    }
                }
            }
            totals.put(
                    "样例支部" + branch.id(),
                    List.of(
                            "" + rows.size(),
                            ""
                                    + rows.values().stream()
                                            .filter(each -> each.states().contains("NOT_FIXED"))
                                            .count(),
                            money(sums[0]),
                            money(sums[1]),
                            money(sums[2]),
                            money(sums[3]),
                            money(sums[0].add(sums[2])),
                            money(sums[1].add(sums[3])),
                            ""
                                    + rows.values().stream()
                                            .filter(each -> !each.late().equals("0"))
                                            .count()));
        }
        return totals;
    }

    /// Of whoever is in arrears: since when, how many months, how much.
    Map<String, List<String>> arrears() {
        var arrears = new TreeMap<String, List<String>>();
        for (var member : members()) {
            int since = 0;
            int months = 0;
            var amount = BigDecimal.ZERO;
            for (int m = 1; m <= 12; m++) {
                var month = month(member, m);
                if (month.state().equals("ARREARS")) {
                    since = since == 0 ? m : since;
                    months++;
                    amount = amount.add(month.due());
                }
            }
            if (months > 0) {
                arrears.put(member, List.of("2026年" + since + "月", "" + months, money(amount)));
            }
        }
        return arrears;
    }

    static String money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }
}
