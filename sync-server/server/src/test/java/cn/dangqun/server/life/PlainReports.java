package cn.dangqun.server.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What reports of a [MadeYear] should say, row by row, by arithmetic of the test's own.
final class PlainReports {
    private PlainReports() {}

    static boolean isInside(String organization, String top) {
        return top.equals("street") || organization.equals(top) || organization.startsWith(top + "-");
    }

    /// 到期, 按时, 逾期完成, 缺, 待上传 of everybody of whom something ended in the month.
    static Map<String, List<String>> duties(PlainYear plain, String month, String of) {
        var expected = new TreeMap<String, List<String>>();
        plain.cells.forEach((key, status) -> {
            var organization = key.substring(0, key.indexOf('/'));
            if (status.equals("NOT_APPLICABLE") || !endsIn(key, month) || !isInside(organization, of)) {
                return;
            }
            var name = organization.contains("-") ? "样例支部" + organization : "样例社区" + organization.charAt(1);
            var cells = expected.computeIfAbsent(
                    organization, fresh -> new ArrayList<>(List.of(name, "0", "0", "0", "0", "0")));
            add(cells, 1, !status.equals("UNKNOWN") && !status.equals("BEFORE"));
            add(cells, 2, status.equals("MET"));
            add(cells, 3, status.equals("LATE"));
            add(cells, 4, status.equals("MISSING"));
            add(cells, 5, status.equals("UNKNOWN"));
        });
        expected.values().forEach(cells -> {
            int closed = Integer.parseInt(cells.get(1));
            int inTime = Integer.parseInt(cells.get(2));
            cells.add(percent(inTime + Integer.parseInt(cells.get(3)), closed));
            cells.add(percent(inTime, closed));
        });
        return expected;
    }

    static boolean endsIn(String key, String month) {
        var span = key.substring(key.lastIndexOf('/') + 1);
        int number = Integer.parseInt(month.substring(5));
        if (span.contains("Q")) {
            return number == 3 * (span.charAt(5) - '0');
        }
        if (span.contains("H")) {
            return number == 6 * (span.charAt(5) - '0');
        }
        return span.length() == 4 ? number == 12 : span.equals(month);
    }

    /// One decimal, half up.
    static String percent(int part, int whole) {
        if (whole == 0) {
            return "—";
        }
        long tenths = Math.floorDiv(2000L * part + whole, 2L * whole);
        return tenths / 10 + "." + tenths % 10 + "%";
    }

    static List<String> missing(PlainYear plain, String month, String of) {
        return plain.cells.entrySet().stream()
                .filter(each -> each.getValue().equals("MISSING") && endsIn(each.getKey(), month))
                .map(Map.Entry::getKey)
                .filter(key -> isInside(key.substring(0, key.indexOf('/')), of))
                .sorted()
                .toList();
    }

    static Map<String, String> gaps(PlainYear plain, String month, String of) {
        var expected = new TreeMap<String, String>();
        plain.cells.forEach((key, status) -> {
            if ((status.equals("MISSING") || status.equals("LATE"))
                    && endsIn(key, month)
                    && isInside(key.substring(0, key.indexOf('/')), of)) {
                expected.put(key, status);
            }
        });
        return expected;
    }

    /// 应到, 实到, 请假, 缺席 and 到会率 of each roll; where kiosks have not told, nobody is absent.
    static Map<String, List<String>> attendance(YearUnderTest year, String month, String of) {
        var sums = new TreeMap<String, int[]>();
        var told = new TreeMap<String, YearUnderTest.Attended>();
        for (var each : year.attended) {
            if (each.day().toString().startsWith(month) && isInside(each.roll(), of)) {
                var key = each.activity() + " " + each.roll();
                var row = sums.computeIfAbsent(key, fresh -> new int[4]);
                row[0]++;
                row[1] += each.came() ? 1 : 0;
                row[2] += each.leave() ? 1 : 0;
                row[3] += each.came() || each.leave() ? 0 : 1;
                told.put(key, each);
            }
        }
        var expected = new TreeMap<String, List<String>>();
        sums.forEach((key, row) -> {
            var one = told.get(key);
            boolean known = isTold(one.holder(), one.day());
            expected.put(
                    key,
                    List.of(
                            one.day().toString(),
                            name(one.roll()),
                            "样例活动" + one.activity(),
                            String.valueOf(row[0]),
                            String.valueOf(row[1]),
                            "0",
                            String.valueOf(row[2]),
                            "0",
                            known ? String.valueOf(row[3]) : "待上传",
                            known ? percent(row[1], row[0]) : "待上传"));
        });
        return expected;
    }

    static String name(String roll) {
        return roll.contains("-g") ? "样例小组" + roll : "样例支部" + roll;
    }

    /// The third community's kiosk has told nothing since noon of 15 August, the second's came on 5 March.
    static boolean isTold(String holder, LocalDate day) {
        return switch (holder.substring(0, 2)) {
            case "c2" -> !day.isBefore(LocalDate.of(2026, 3, 5));
            case "c3" -> !day.isAfter(LocalDate.of(2026, 8, 15));
            default -> true;
        };
    }

    static void add(List<String> sums, int at, boolean one) {
        sums.set(at, String.valueOf(Integer.parseInt(sums.get(at)) + (one ? 1 : 0)));
    }
}
