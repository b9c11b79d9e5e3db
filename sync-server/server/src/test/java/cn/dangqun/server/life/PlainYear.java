package cn.dangqun.server.life;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.server.life.MadeYear.Branch;
import cn.dangqun.server.life.MadeYear.Deed;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// What the board should say, by arithmetic of its own: the numbers of three documents, and dates. Nothing of the
/// program is asked but what an activity type is called.
final class PlainYear {
    private static final List<String> ORDER =
            List.of("NOT_APPLICABLE", "MET", "PENDING", "DUE_SOON", "LATE", "OVERDUE", "MISSING");
    private static final int YEAR = MadeYear.YEAR;

    final Map<String, String> cells = new TreeMap<>();

    /// By cell, what counted.
    final Map<String, List<String>> counted = new TreeMap<>();

    private final MadeYear made;
    private final LocalDate today;

    /// A span of `months`, the `number`-th of its year from 1.
    private record Span(int months, int number) {
        LocalDate first() {
            return LocalDate.of(YEAR, (number - 1) * months + 1, 1);
        }

        LocalDate last() {
            return first().plusMonths(months).minusDays(1);
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(first()) && !day.isAfter(last());
        }

        String name() {
            return switch (months) {
                case 1 -> YEAR + "-" + (number < 10 ? "0" : "") + number;
                case 3 -> YEAR + "Q" + number;
                case 6 -> YEAR + "H" + number;
                default -> Integer.toString(YEAR);
            };
        }
    }

    PlainYear(MadeYear made, LocalDate today) {
        this.made = made;
        this.today = today;
        for (var branch : made.branches) {
            switch (branch.community()) {
                case "c1" -> chengdu(branch);
                case "c2" -> national(branch);
                default -> standard(branch);
            }
        }
        leaders();
        committees();
    }

    private void national(Branch b) {
        each(b, ActivityType.MEMBER_MEETING, 3, span -> true, span -> Optional.empty());
        each(b, ActivityType.COMMITTEE_MEETING, 1, span -> hasCommittee(b, span), span -> Optional.empty());
        groups(b);
        each(b, ActivityType.THEME_DAY, 1, span -> true, span -> Optional.empty());
        each(b, ActivityType.ORG_LIFE_MEETING, 12, span -> true, span -> Optional.empty());
        each(b, ActivityType.DEMOCRATIC_REVIEW, 12, span -> true, span -> Optional.empty());
        if (b.id().equals("c2-b1")) {
            // by the rules of Chengdu from April on: what runs by the year goes on by the former ones
            each(b, ActivityType.PARTY_LECTURE, 3, span -> true, span -> Optional.empty());
            cells.remove("c2-b1/PARTY_LECTURE/" + YEAR + "Q1");
        }
    }

    private void chengdu(Branch b) {
        each(b, ActivityType.MEMBER_MEETING, 3, span -> true, span -> Optional.empty());
        each(b, ActivityType.COMMITTEE_MEETING, 1, span -> hasCommittee(b, span), span -> Optional.empty());
        groups(b);
        each(b, ActivityType.PARTY_LECTURE, 3, span -> true, span -> Optional.empty());
        each(b, ActivityType.THEME_DAY, 1, span -> true, span -> Optional.of(due(b, span.number())));
        each(b, ActivityType.ORG_LIFE_MEETING, 6, span -> true, span -> Optional.empty());
        each(b, ActivityType.DEMOCRATIC_REVIEW, 12, span -> true, span -> Optional.empty());
    }

    private void standard(Branch b) {
        each(b, ActivityType.MEMBER_MEETING, 3, span -> true, span -> Optional.empty());
        each(b, ActivityType.COMMITTEE_MEETING, 1, span -> hasCommittee(b, span), span -> Optional.empty());
        groups(b);
        each(b, ActivityType.PARTY_LECTURE, 3, span -> true, span -> Optional.empty());
        each(b, ActivityType.THEME_DAY, 1, span -> true, span -> Optional.of(due(b, span.number())));
        each(b, ActivityType.ORG_LIFE_MEETING, 12, span -> true, span -> Optional.empty());
        each(b, ActivityType.DEMOCRATIC_REVIEW, 12, span -> true, span -> Optional.empty());
        each(b, ActivityType.LEADERSHIP_LIFE_MEETING, 3, span -> hasCommittee(b, span), span -> Optional.empty());
        each(b, ActivityType.BRANCH_WORK_REPORT, 6, span -> true, span -> Optional.empty());
        var year = new Span(12, 1);
        var lectures = isSeated(b, year) ? lecturesBy(MadeYear.name(b.id(), 1)) : List.<Deed>of();
        put(
                b.id(),
                "SECRETARY_LECTURE",
                year,
                b.community(),
                lectures,
                isYoung(b, year) || !isSeated(b, year)
                        ? "NOT_APPLICABLE"
                        : status(days(lectures), year, Optional.empty()));
    }

    /// The rules' day, or to where it was moved with consent in time.
    private LocalDate due(Branch b, int month) {
        var original = LocalDate.of(YEAR, month, MadeYear.theme(b, month));
        return made.moved.stream()
                .filter(each -> each.org().equals(b.id()) && each.month() == month)
                .filter(each ->
                        each.approved().filter(day -> !day.isAfter(original)).isPresent())
                .map(MadeYear.Moved::newDay)
                .findFirst()
                .orElse(original);
    }

    private static boolean hasCommittee(Branch b, Span span) {
        return isSeated(b, span);
    }

    private static boolean isSeated(Branch b, Span span) {
        return !b.committee().isAfter(span.first());
    }

    private static boolean isYoung(Branch b, Span span) {
        return b.lives().isAfter(span.first());
    }

    private void each(
            Branch b, ActivityType type, int months, Predicate<Span> applies, Function<Span, Optional<LocalDate>> due) {
        for (int n = 1; n <= 12 / months; n++) {
            var span = new Span(months, n);
            var held = held(b, b.id(), type).stream()
                    .filter(deed -> span.holds(deed.day()))
                    .toList();
            var status = !applies.test(span) || isYoung(b, span)
                    ? "NOT_APPLICABLE"
                    : status(days(held), span, due.apply(span));
            put(b.id(), type.name(), span, b.community(), held, status, due.apply(span));
        }
    }

    private void groups(Branch b) {
        for (int n = 1; n <= 12; n++) {
            var span = new Span(1, n);
            var worst = "NOT_APPLICABLE";
            var all = new ArrayList<Deed>();
            for (var group : b.groups()) {
                var held = held(b, group, ActivityType.GROUP_MEETING).stream()
                        .filter(deed -> span.holds(deed.day()))
                        .toList();
                all.addAll(held);
                var status = isYoung(b, span) ? "NOT_APPLICABLE" : status(days(held), span, Optional.empty());
                worst = ORDER.indexOf(status) > ORDER.indexOf(worst) ? status : worst;
            }
            put(b.id(), "GROUP_MEETING", span, b.community(), all, worst);
        }
    }

    /// Three leaders of the first community, each once a year, wherever it was.
    private void leaders() {
        var year = new Span(12, 1);
        var worst = "MET";
        var all = new ArrayList<Deed>();
        for (int leader = 1; leader <= 3; leader++) {
            var held = lecturesBy(MadeYear.name("c1-b" + leader, 4));
            all.addAll(held);
            var status = status(days(held), year, Optional.empty());
            worst = ORDER.indexOf(status) > ORDER.indexOf(worst) ? status : worst;
        }
        put("c1", "LEADER_LECTURE", year, "c1", all, worst);
    }

    /// Nobody holds a meeting of the first community's leaders; the third has no committee, and no secretary.
    private void committees() {
        put("c1", "LEADERSHIP_LIFE_MEETING", new Span(12, 1), "c1", List.of(), "PENDING");
        for (int quarter = 1; quarter <= 4; quarter++) {
            put("c3", "LEADERSHIP_LIFE_MEETING", new Span(3, quarter), "c3", List.of(), "NOT_APPLICABLE");
        }
        put("c3", "SECRETARY_LECTURE", new Span(12, 1), "c3", List.of(), "NOT_APPLICABLE");
    }

    private List<Deed> lecturesBy(String name) {
        return made.deeds.stream()
                .filter(deed -> deed.lecturer().filter(name::equals).isPresent())
                .filter(deed -> isHeld(deed) && deed.came() > 0)
                .filter(deed -> made.branches.stream().anyMatch(b -> b.id().equals(deed.org()) && onRoll(deed, b)))
                .toList();
    }

    private List<Deed> held(Branch b, String org, ActivityType type) {
        return made.deeds.stream()
                .filter(deed -> deed.type() == type || deed.marks().contains(type))
                .filter(this::isHeld)
                .filter(deed -> (deed.org().equals(org) && deed.came() > 0 && onRoll(deed, b))
                        || (deed.partner().filter(org::equals).isPresent()
                                && deed.partnerCame() > 0
                                && onRoll(deed, b)))
                .filter(deed -> !isTooFew(b, deed))
                .toList();
    }

    /// Nobody could come before the branch lived, or had seats.
    private static boolean onRoll(Deed deed, Branch b) {
        return !deed.day().isBefore(isOfSeats(deed) ? b.committee() : b.lives());
    }

    private static boolean isOfSeats(Deed deed) {
        return deed.type() == ActivityType.COMMITTEE_MEETING || deed.type() == ActivityType.LEADERSHIP_LIFE_MEETING;
    }

    /// National rules alone ask a 支委会 for half of its three.
    private static boolean isTooFew(Branch b, Deed deed) {
        return b.community().equals("c2") && deed.type() == ActivityType.COMMITTEE_MEETING && 2 * deed.came() < 3;
    }

    /// Today's is over at eleven, and it is twenty past nine.
    private boolean isHeld(Deed deed) {
        return !deed.cancelled() && deed.day().isBefore(today);
    }

    private static List<LocalDate> days(List<Deed> deeds) {
        return deeds.stream().map(Deed::day).sorted().toList();
    }

    private String status(List<LocalDate> days, Span span, Optional<LocalDate> due) {
        var inside = days.stream().filter(span::holds).findFirst();
        if (inside.isPresent()) {
            return due.isPresent() && inside.get().isAfter(due.get()) ? "LATE" : "MET";
        }
        if (today.isAfter(span.last())) {
            return "MISSING";
        }
        if (due.isEmpty()) {
            return "PENDING";
        }
        if (today.isAfter(due.get())) {
            return "OVERDUE";
        }
        return ChronoUnit.DAYS.between(today, due.get()) <= 3 ? "DUE_SOON" : "PENDING";
    }

    private void put(String org, String duty, Span span, String community, List<Deed> held, String status) {
        put(org, duty, span, community, held, status, Optional.empty());
    }

    private void put(
            String org,
            String duty,
            Span span,
            String community,
            List<Deed> held,
            String status,
            Optional<LocalDate> due) {
        var until = status.equals("OVERDUE") ? due.orElse(span.last()) : span.last();
        boolean gap = status.equals("MISSING") || status.equals("OVERDUE");
        var key = org + "/" + duty + "/" + span.name();
        var open = isBefore(community, span) ? "BEFORE" : isTold(community, until) ? status : "UNKNOWN";
        cells.put(key, gap ? open : status);
        counted.put(key, held.stream().map(Deed::id).distinct().sorted().toList());
    }

    /// The second community's kiosk came on 5 March.
    private static boolean isBefore(String community, Span span) {
        return community.equals("c2") && span.first().isBefore(LocalDate.of(YEAR, 3, 5));
    }

    /// The third's has told nothing since noon of 15 August.
    private static boolean isTold(String community, LocalDate until) {
        return !community.equals("c3") || until.isBefore(LocalDate.of(YEAR, 8, 15));
    }

    /// Of all cells of a duty: closed, done, done in time.
    int[] figures(Predicate<String> keys) {
        var figures = new int[3];
        cells.forEach((key, status) -> {
            boolean closed = today.isAfter(last(key.substring(key.lastIndexOf('/') + 1)))
                    && !status.equals("NOT_APPLICABLE")
                    && !status.equals("UNKNOWN")
                    && !status.equals("BEFORE");
            if (keys.test(key) && closed) {
                figures[0]++;
                figures[1] += status.equals("MET") || status.equals("LATE") ? 1 : 0;
                figures[2] += status.equals("MET") ? 1 : 0;
            }
        });
        return figures;
    }

    private static LocalDate last(String span) {
        if (span.contains("Q")) {
            return new Span(3, span.charAt(5) - '0').last();
        }
        if (span.contains("H")) {
            return new Span(6, span.charAt(5) - '0').last();
        }
        return span.length() == 4 ? new Span(12, 1).last() : new Span(1, Integer.parseInt(span.substring(5))).last();
    }
}
