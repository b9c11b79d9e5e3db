package cn.dangqun.server.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What everybody's year comes to by arithmetic of the test's own: plain sums of hours over whoever came, against the
/// numbers of the three sets of rules as they are printed. Knows nothing of the server.
final class PlainHours {
    /// Hours of an activity; those of a training are `training`.
    record Given(int hours, boolean training, LocalDate day) {}

    /// A person's day of study that is on no roll of the year: trainings, guests, catching up. `inPerson`: not caught
    /// up on at home.
    record Extra(String member, String activity, LocalDate on, boolean inPerson) {}

    /// One row of the list of members.
    record Row(String credited, String required, String missing, String trainings, String state, String role) {}

    final Map<String, Given> given = new HashMap<>();
    final List<Extra> extras = new ArrayList<>();
    final Set<String> frail = new HashSet<>();
    final Set<String> visitsOnly = new HashSet<>();
    private final YearUnderTest year;
    private final Set<String> judgedAsFirst;
    private final Map<String, List<YearUnderTest.Attended>> byMember = new HashMap<>();

    /// `judgedAsFirst`: branches that go by the rules of the first community.
    PlainHours(YearUnderTest year, Set<String> judgedAsFirst) {
        this.year = year;
        this.judgedAsFirst = judgedAsFirst;
        for (var each : year.attended) {
            byMember.computeIfAbsent(each.member(), fresh -> new ArrayList<>()).add(each);
        }
    }

    /// Of all members by id, as the year stands on a day.
    Map<String, Row> rows(LocalDate asOf) {
        var rows = new TreeMap<String, Row>();
        for (var branch : year.made.branches) {
            for (int m = 1; m <= 5; m++) {
                var member = MadeYear.member(branch.id(), m);
                if (!asOf.isBefore(branch.lives())) {
                    rows.put(member, row(member, branchOf(branch.id(), m, asOf), branch, m, asOf));
                }
            }
        }
        return rows;
    }

    static String branchOf(String first, int number, LocalDate asOf) {
        boolean moved = first.endsWith("b2") && number == 5 && !asOf.isBefore(MadeYear.MOVED);
        return moved ? first.substring(0, 3) + "b1" : first;
    }

    private Row row(String member, String branch, MadeYear.Branch first, int number, LocalDate asOf) {
        boolean seated = number <= 3 && !asOf.isBefore(first.committee());
        boolean leads = seated && number == 1;
        boolean ofCommunity =
                first.community().equals("c1") && number == 4 && !first.id().endsWith("b4");
        boolean leadsCommunity = ofCommunity && first.id().endsWith("b1");
        boolean secretary = leads || leadsCommunity;
        boolean officer = seated || ofCommunity;
        var role = secretary ? "书记" : officer ? "班子成员" : "党员";
        if (ofCommunity) {
            role += "、社区干部";
        }
        int study = hours(member, asOf, false, false);
        int training = hours(member, asOf, true, false);
        int trainings = trainings(member, asOf);
        int possible = hours(member, asOf, false, true);
        if (branch.startsWith("c1") || judgedAsFirst.contains(branch)) {
            return byFirst(officer, study, trainings, possible, asOf, role);
        }
        return branch.startsWith("c2")
                ? bySecond(member, study, possible, role)
                : byThird(secretary, study, training, trainings, possible, role);
    }

    /// 32 hours, 56 and one training for officers; half of it by 30 June.
    private static Row byFirst(boolean officer, int study, int trainings, int possible, LocalDate asOf, String role) {
        int required = officer ? 56 : 32;
        boolean reached = study >= required && (!officer || trainings >= 1);
        boolean due = !asOf.isBefore(LocalDate.of(MadeYear.YEAR, 6, 30));
        String state;
        if (reached) {
            state = "REACHED";
        } else if (possible >= required && (!officer || trainings >= 1)) {
            state = "AWAITED";
        } else if (!due) {
            state = "OPEN";
        } else if (2 * study >= required) {
            state = "ON_TRACK";
        } else {
            state = 2 * possible >= required ? "AWAITED" : "BEHIND";
        }
        return new Row(
                study + " 学时",
                required + " 学时",
                missing(required - study),
                officer ? trainings + "/1" : "",
                state,
                role);
    }

    /// 32 hours of everybody who is not frail; no checkpoint.
    private Row bySecond(String member, int study, int possible, String role) {
        if (frail.contains(member)) {
            return new Row("—", "—", "", "", "EXEMPT", role);
        }
        return new Row(
                study + " 学时",
                "32 学时",
                missing(32 - study),
                "",
                study >= 32 ? "REACHED" : possible >= 32 ? "AWAITED" : "OPEN",
                role);
    }

    /// 24 hours, and of a secretary 32 of training; what lacks more is printed.
    private static Row byThird(boolean secretary, int study, int training, int trainings, int possible, String role) {
        int lacks = Math.max(0, 24 - study);
        int lacksTraining = Math.max(0, 32 - training);
        boolean printsTraining = secretary && lacksTraining >= lacks;
        boolean trained = !secretary || (lacksTraining == 0 && trainings >= 1);
        return new Row(
                (printsTraining ? training : study) + " 学时",
                (printsTraining ? 32 : 24) + " 学时",
                missing(printsTraining ? lacksTraining : lacks),
                secretary ? trainings + "/1" : "",
                !trained ? "OPEN" : lacks == 0 ? "REACHED" : possible >= 24 ? "AWAITED" : "OPEN",
                role);
    }

    private static String missing(int hours) {
        return hours > 0 ? hours + " 学时" : "";
    }

    /// Each activity once. `awaited`: also what may yet arrive.
    private int hours(String member, LocalDate asOf, boolean trainingOnly, boolean awaited) {
        var counted = new HashSet<String>();
        for (var each : byMember.getOrDefault(member, List.of())) {
            boolean counts = each.came() || (awaited && !each.leave() && isAwaited(each));
            if (counts && !each.day().isAfter(asOf)) {
                counted.add(each.activity());
            }
        }
        extras.stream()
                .filter(each -> each.member().equals(member) && !each.on().isAfter(asOf))
                .forEach(each -> counted.add(each.activity()));
        return counted.stream()
                .map(given::get)
                .filter(each -> each != null && (!trainingOnly || each.training()))
                .mapToInt(each -> each == null ? 0 : each.hours())
                .sum();
    }

    private static boolean isAwaited(YearUnderTest.Attended each) {
        return !PlainReports.isTold(each.holder(), each.day());
    }

    private int trainings(String member, LocalDate asOf) {
        return (int) extras.stream()
                .filter(each -> each.member().equals(member)
                        && each.inPerson()
                        && !each.on().isAfter(asOf))
                .map(each -> given.get(each.activity()))
                .filter(each -> each != null && each.training())
                .distinct()
                .count();
    }

    boolean studied(String member, LocalDate asOf) {
        return byMember.getOrDefault(member, List.of()).stream()
                        .anyMatch(each -> each.came()
                                && given.containsKey(each.activity())
                                && !each.day().isAfter(asOf))
                || extras.stream()
                        .anyMatch(each -> each.member().equals(member)
                                && each.inPerson()
                                && !each.on().isAfter(asOf));
    }

    /// Somebody who missed this activity for good, to catch up on it; the first by name.
    YearUnderTest.Attended missed(String community) {
        return year.attended.stream()
                .filter(each -> each.holder().startsWith(community) && given.containsKey(each.activity()))
                .filter(each -> !each.came() && !each.leave())
                .filter(each -> byMember.getOrDefault(each.member(), List.of()).stream()
                        .noneMatch(other -> other.activity().equals(each.activity()) && other.came()))
                .min(Comparator.comparing(YearUnderTest.Attended::member)
                        .thenComparing(YearUnderTest.Attended::activity))
                .orElseThrow();
    }
}
