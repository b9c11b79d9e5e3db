package cn.dangqun.server.organizations;

import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationKind;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.organizations.OrganizationModel.Below;
import cn.dangqun.server.organizations.OrganizationModel.Seat;
import cn.dangqun.server.organizations.OrganizationModel.Typed;
import cn.dangqun.server.organizations.OrganizationReader.People;
import cn.dangqun.server.organizations.OrganizationReader.Row;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts organisations into words.
final class OrganizationPage {
    static final int PER_PAGE = 50;

    /// from so many full members a branch may stand, R-031: from more a 总支, from as many a 党委.
    private static final int BRANCH_FROM = 3;
    private static final int GENERAL_BRANCH_ABOVE = 50;
    private static final int COMMITTEE_FROM = 100;

    private final Orders<Row> orders = Orders.<Row>of("web.order.tree")
            .or("name", "web.order.name", Comparator.comparing(Row::name, new Pinyin().order()))
            .or("level", "web.order.level", Comparator.comparing(Row::level));
    private final StreetRoster roster;
    private final OrganizationWords words;
    private final Texts texts;
    private final Times times;

    OrganizationPage(StreetRoster roster, OrganizationWords words, Times times) {
        this.roster = roster;
        this.words = words;
        this.texts = words.texts();
        this.times = times;
    }

    OrganizationsModel list(OrganizationReader reader, ListQuestion question, boolean mayBegin) {
        var all = reader.all();
        var search = question.filter("search").toLowerCase(Locale.ROOT);
        var level = question.filter("level");
        var found = all.stream()
                .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(search))
                .filter(each -> level.isEmpty() || each.level().name().equals(level))
                .toList();
        var asked = question.within(found.size(), PER_PAGE);
        var sorted = orders.sorted(found, question);
        boolean asTree = !question.isFiltered() && sorted.equals(found);
        int top = all.stream().mapToInt(Row::depth).min().orElse(0);
        return new OrganizationsModel(
                all.isEmpty(),
                all.isEmpty() && mayBegin,
                question.filter("search"),
                Choice.of(OrganizationLevel.values(), words::level, level),
                orders.choices(texts, question),
                asked.cut(sorted, PER_PAGE).stream()
                        .map(each -> row(reader, each, asTree ? each.depth() - top : 0))
                        .toList(),
                asked.pages(texts, OrganizationRoutes.LIST, found.size(), PER_PAGE));
    }

    private OrganizationsModel.Row row(OrganizationReader reader, Row row, int indent) {
        var people = reader.people(row, times.today().toString());
        return new OrganizationsModel.Row(
                row.id().value(),
                indent,
                row.name(),
                words.level(row.level()),
                row.above(),
                people.full(),
                people.probationary(),
                people.others());
    }

    OrganizationModel one(
            OrganizationReader reader,
            Row row,
            boolean mayKeep,
            boolean maySeeMembers,
            List<String> problems,
            Typed form) {
        var people = reader.people(row, times.today().toString());
        return new OrganizationModel(
                row.id().value(),
                row.name(),
                row.above(),
                words.level(row.level()),
                people.full(),
                people.probationary(),
                people.others(),
                advice(reader, row, people),
                reader.below(row.id()).stream()
                        .map(each -> new Below(each.id().value(), each.name(), words.level(each.level())))
                        .toList(),
                seats(reader, row),
                mayKeep,
                maySeeMembers,
                mayHold(row.level()),
                row.level() == OrganizationLevel.BRANCH,
                problems,
                form);
    }

    private static boolean mayHold(OrganizationLevel level) {
        return Arrays.stream(OrganizationLevel.values()).anyMatch(level::mayContain);
    }

    /// Thresholds advise, they never act.
    private List<String> advice(OrganizationReader reader, Row row, People people) {
        var advice = new ArrayList<String>();
        if (row.level() == OrganizationLevel.BRANCH && people.full() < BRANCH_FROM) {
            advice.add(texts.get("organizations.advice.few", people.full(), BRANCH_FROM));
        }
        if (row.level() == OrganizationLevel.BRANCH && people.full() > GENERAL_BRANCH_ABOVE) {
            advice.add(texts.get(
                    people.full() >= COMMITTEE_FROM
                            ? "organizations.advice.committee"
                            : "organizations.advice.generalBranch",
                    people.full()));
        }
        new OrganizationStore(reader.handle())
                .detail(row.id())
                .termEnd()
                .flatMap(this::term)
                .ifPresent(advice::add);
        return advice;
    }

    /// six, three and one month before the committee's term ends, and when it is over.
    private Optional<String> term(LocalDate end) {
        var today = times.today();
        return today.isAfter(end)
                ? Optional.of(texts.get("organizations.advice.termOver", end))
                : Stream.of(1, 3, 6)
                        .filter(months -> !today.plusMonths(months).isBefore(end))
                        .findFirst()
                        .map(months -> texts.get("organizations.advice.termSoon", end, months));
    }

    private List<Seat> seats(OrganizationReader reader, Row row) {
        var today = times.today();
        return roster.now(reader.handle()).seats().stream()
                .filter(seat -> seat.organization().equals(row.id()))
                .sorted((a, b) -> a.post() == b.post()
                        ? a.from().compareTo(b.from())
                        : a.post().compareTo(b.post()))
                .map(seat -> new Seat(
                        seat.id(),
                        reader.nameOf(seat.member().value()),
                        seat.member().value(),
                        words.post(seat.post()),
                        seat.until()
                                .map(end -> texts.get("organizations.seat.ended", seat.from(), end))
                                .orElseGet(() -> texts.get("organizations.seat.since", seat.from())),
                        seat.until().filter(end -> !end.isAfter(today)).isPresent(),
                        seat.partTime() ? texts.get("organizations.seat.partTime") : ""))
                .toList();
    }

    /// As it stands.
    Typed form(OrganizationReader reader, Row row) {
        var detail = new OrganizationStore(reader.handle()).detail(row.id());
        return new Typed(
                row.name(),
                List.of(),
                parents(reader, row),
                Choice.of(
                        OrganizationClass.values(),
                        words::orgClass,
                        row.orgClass().name()),
                Choice.of(OrganizationKind.values(), words::kind, detail.kind().name()),
                detail.gridUnit().orElse(""),
                detail.termEnd().map(String::valueOf).orElse(""));
    }

    /// Blank, for something new under `above`; its class is that of `above`.
    Typed blank(OrganizationLevel above, OrganizationClass orgClass) {
        var levels = Arrays.stream(OrganizationLevel.values())
                .filter(above::mayContain)
                .toArray(OrganizationLevel[]::new);
        return new Typed(
                "",
                Choice.of(levels, words::level, levels[levels.length > 1 ? levels.length - 1 : 0].name()),
                List.of(),
                Choice.of(OrganizationClass.values(), words::orgClass, orgClass.name()),
                Choice.of(OrganizationKind.values(), words::kind, OrganizationKind.ORDINARY.name()),
                "",
                "");
    }

    /// As it was typed, so that nobody types it twice.
    static Typed typed(Typed before, Visit visit) {
        return new Typed(
                visit.form("name"),
                Choice.choosing(before.levels(), visit.form("level")),
                Choice.choosing(before.parents(), visit.form("parent")),
                Choice.choosing(before.classes(), visit.form("class")),
                Choice.choosing(before.kinds(), visit.form("kind")),
                visit.form("grid"),
                visit.form("term-end"));
    }

    /// Where it may hang. A group stays in its branch, whose people it has; the street hangs nowhere.
    private static List<Choice> parents(OrganizationReader reader, Row row) {
        if (row.level() == OrganizationLevel.GROUP || row.parent().isEmpty()) {
            return List.of();
        }
        return reader.all().stream()
                .filter(each -> each.level().mayContain(row.level()))
                .map(each -> new Choice(
                        each.id().value(),
                        each.name(),
                        row.parent().filter(each.id()::equals).isPresent()))
                .toList();
    }
}
