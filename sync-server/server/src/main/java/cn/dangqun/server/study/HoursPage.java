package cn.dangqun.server.study;

import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.study.StudyAmount;
import cn.dangqun.domain.study.StudyVerdict;
import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.study.HoursModel.Filter;
import cn.dangqun.server.study.HoursModel.Link;
import cn.dangqun.server.study.HoursModel.Person;
import cn.dangqun.server.study.HoursModel.Row;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Writes the lists of 学时: of organisations, and of members. Names are masked unless `full`.
record HoursPage(StudySource source, HoursWords words, Times times, Pinyin pinyin, boolean mayFull, boolean full) {
    static final int PER_PAGE = 50;
    private static final int LISTED = 10;

    /// The branches that are asked for, in the order of the tree, with all organisations of the scope.
    record Branches(List<OrganizationReader.Row> all, Map<OrganizationId, OrganizationReader.Row> branches) {

        static Branches of(Handle handle, Scope scope, HoursAsking asking) {
            var all = new OrganizationReader(handle, scope).all();
            var found = new LinkedHashMap<OrganizationId, OrganizationReader.Row>();
            all.stream()
                    .filter(each -> each.level() == OrganizationLevel.BRANCH)
                    .filter(each -> asking.organization()
                            .filter(top -> !each.path().contains("/" + top + "/"))
                            .isEmpty())
                    .forEach(each -> found.put(each.id(), each));
            return new Branches(all, found);
        }

        /// Those of whose community the path tells; itself where nothing is between it and the street.
        OrganizationReader.Row community(OrganizationReader.Row branch) {
            return all.stream()
                    .filter(each ->
                            branch.path().startsWith(each.path()) && each.level() != OrganizationLevel.STREET_COMMITTEE)
                    .findFirst()
                    .orElse(branch);
        }
    }

    HoursModel organizations(Handle handle, Scope scope, HoursAsking asking) {
        var branches = Branches.of(handle, scope, asking);
        var found = groups(handle, branches, asking).entrySet().stream()
                .filter(each -> isCalled(each.getKey(), asking.search()))
                .toList();
        var total = found.stream().map(each -> Tally.of(each.getValue())).reduce(Tally.NOBODY, Tally::plus);
        var rows = found.stream().map(each -> row(each.getKey(), Tally.of(each.getValue()), asking));
        var ordered = (asking.byShortfall()
                        ? rows.sorted(Comparator.comparingInt(Row::behind).reversed())
                        : rows)
                .toList();
        var asked = asking.question().within(ordered.size(), PER_PAGE);
        return model(
                handle,
                scope,
                asking,
                branches,
                HoursRoutes.LIST,
                ordered.size(),
                page(ordered, asked),
                total(total),
                List.of(),
                asked.pages(words.texts(), HoursRoutes.LIST, ordered.size(), PER_PAGE));
    }

    /// People by branch, or by community.
    Map<OrganizationReader.Row, List<Standing>> groups(Handle handle, Branches branches, HoursAsking asking) {
        var members = source.members(handle, branches.branches().keySet(), asking.day());
        var grouped = new LinkedHashMap<OrganizationReader.Row, List<Standing>>();
        branches.branches()
                .values()
                .forEach(each ->
                        grouped.putIfAbsent(asking.byCommunity() ? branches.community(each) : each, new ArrayList<>()));
        var rows = branches.branches().values().stream()
                .collect(Collectors.toMap(
                        OrganizationReader.Row::id, each -> asking.byCommunity() ? branches.community(each) : each));
        source.standings(handle, members, asking.day())
                .forEach(each -> Optional.ofNullable(rows.get(each.branch()))
                        .ifPresent(row -> grouped.computeIfAbsent(row, fresh -> new ArrayList<>())
                                .add(each)));
        return grouped;
    }

    private boolean isCalled(OrganizationReader.Row row, String typed) {
        var plain = Pinyin.plain(typed);
        return plain.isEmpty() || pinyin.words(row.name()).stream().anyMatch(each -> each.contains(plain));
    }

    private Row row(OrganizationReader.Row organization, Tally tally, HoursAsking asking) {
        var people = asking.bare().with("organization", organization.id().value());
        return row(
                organization.name(),
                organization.above(),
                people.address(HoursRoutes.MEMBERS),
                tally,
                tally.behind() == 0
                        ? ""
                        : people.with("state", behind(asking).name()).address(HoursRoutes.MEMBERS));
    }

    private static HoursState behind(HoursAsking asking) {
        return asking.day().asOf().getYear() > asking.year() ? HoursState.MISSED : HoursState.BEHIND;
    }

    private Row total(Tally tally) {
        return row(words.texts().get("turnout.list.total"), "", "", tally, "");
    }

    private static Row row(String name, String above, String address, Tally tally, String behindAddress) {
        return new Row(
                name,
                above,
                address,
                tally.members(),
                tally.studied(),
                tally.studiedRate(),
                tally.reached(),
                tally.reachedRate(),
                tally.behind(),
                behindAddress,
                tally.awaited(),
                tally.exempt());
    }

    /// Only those of the page are looked at, unless how they stand is asked for.
    HoursModel members(Handle handle, Scope scope, HoursAsking asking) {
        var branches = Branches.of(handle, scope, asking);
        var members = ordered(handle, scope, branches, asking);
        int found;
        ListQuestion asked;
        List<Standing> shown;
        if (asking.state().isPresent() || asking.byShortfall()) {
            var standings = standings(handle, members, asking);
            found = standings.size();
            asked = asking.question().within(found, PER_PAGE);
            shown = page(standings, asked);
        } else {
            found = members.size();
            asked = asking.question().within(found, PER_PAGE);
            shown = source.standings(handle, page(members, asked), asking.day());
        }
        return model(
                handle,
                scope,
                asking,
                branches,
                HoursRoutes.MEMBERS,
                found,
                List.of(),
                total(Tally.NOBODY),
                shown.stream().map(each -> person(each, branches, asking)).toList(),
                asked.pages(words.texts(), HoursRoutes.MEMBERS, found, PER_PAGE));
    }

    /// Everybody who is found and stands as asked.
    List<Standing> standings(Handle handle, List<Member> members, HoursAsking asking) {
        var standings = source.standings(handle, members, asking.day()).stream()
                .filter(each ->
                        asking.state().filter(state -> state != each.state()).isEmpty());
        return (asking.byShortfall()
                        ? standings.sorted(Comparator.comparing(HoursPage::shortfall)
                                .reversed()
                                .thenComparing(each -> each.member().value()))
                        : standings)
                .toList();
    }

    private static StudyAmount shortfall(Standing standing) {
        return standing.verdict().map(StudyVerdict::shortfall).orElse(StudyAmount.NONE);
    }

    /// Branch by branch in the order of the tree, and within it as names are read.
    List<Member> ordered(Handle handle, Scope scope, Branches branches, HoursAsking asking) {
        var called = asking.search().isEmpty()
                ? Optional.<Set<MemberId>>empty()
                : Optional.of(reader(handle).called(asking.search()));
        var read = reader(handle).asRead(scope);
        var places = new LinkedHashMap<OrganizationId, Integer>();
        branches.branches().keySet().forEach(each -> places.put(each, places.size()));
        return source.members(handle, places.keySet(), asking.day()).stream()
                .filter(each ->
                        called.filter(found -> !found.contains(each.id())).isEmpty())
                .sorted(Comparator.comparing((Member each) -> places.getOrDefault(
                                StudySource.membership(each, asking.day())
                                        .orElseThrow()
                                        .branch(),
                                0))
                        .thenComparing(each -> read.getOrDefault(each.id(), Integer.MAX_VALUE))
                        .thenComparing(each -> each.id().value()))
                .toList();
    }

    private StudyReader reader(Handle handle) {
        return new StudyReader(handle, Watermarks.of(handle, times.now()));
    }

    Person person(Standing standing, Branches branches, HoursAsking asking) {
        var verdict = standing.verdict().filter(_ -> standing.state() != HoursState.EXEMPT);
        return new Person(
                full ? standing.name().full() : standing.name().masked(),
                asking.bare().address(HoursRoutes.address(standing.member())),
                Optional.ofNullable(branches.branches().get(standing.branch()))
                        .map(OrganizationReader.Row::name)
                        .orElse(""),
                words.roles(standing.roles()),
                verdict.map(each -> amount(each.credited(), each)).orElse("—"),
                verdict.map(each -> amount(each.required(), each)).orElse("—"),
                verdict.filter(each -> !each.shortfall().isNone())
                        .map(each -> amount(each.shortfall(), each))
                        .orElse(""),
                verdict.filter(each -> each.centralizedRequired() > 0)
                        .map(each -> each.centralizedTrainings() + "/" + each.centralizedRequired())
                        .orElse(""),
                standing.state().name(),
                words.state(standing.state()));
    }

    private String amount(StudyAmount amount, StudyVerdict verdict) {
        return amount + " " + words.unit(verdict.rules());
    }

    private static <T> List<T> page(List<T> all, ListQuestion asked) {
        return all.stream().skip((asked.page() - 1L) * PER_PAGE).limit(PER_PAGE).toList();
    }

    private HoursModel model(
            Handle handle,
            Scope scope,
            HoursAsking asking,
            Branches branches,
            String path,
            int found,
            List<Row> rows,
            Row total,
            List<Person> people,
            ListQuestion.Pages pages) {
        var day = asking.day();
        var unfixed = reader(handle).unfixed(scope, asking.year(), day.belonging());
        var question = asking.question();
        return new HoursModel(
                words.texts().get("study.list.year", asking.year()),
                words.texts().get("study.list.asOf", times.day(day.belonging())),
                filter(asking, branches, path),
                found,
                rows,
                total,
                people,
                unfixed.stream()
                        .limit(LISTED)
                        .map(each -> new Link(each.day() + " " + each.title(), "/plan/activities/" + each.id(), false))
                        .toList(),
                unfixed.size(),
                question.at(1).with("names", "").address(HoursRoutes.EXPORT),
                mayFull ? question.at(1).with("names", "").address(HoursRoutes.EXPORT_NAMES) : "",
                mayFull && path.equals(HoursRoutes.MEMBERS)
                        ? question.with("names", full ? "" : "full").address(path)
                        : "",
                full,
                pages);
    }

    private Filter filter(HoursAsking asking, Branches branches, String path) {
        var question = asking.question().at(1);
        return new Filter(
                asking.year(),
                question.filter("at"),
                question.filter("by"),
                asking.search(),
                question.filter("order"),
                branches.all().stream()
                        .filter(each -> each.level() == OrganizationLevel.COMMITTEE
                                || each.level() == OrganizationLevel.GENERAL_BRANCH
                                || each.level() == OrganizationLevel.BRANCH)
                        .map(each -> new Choice(
                                each.id().value(),
                                each.name(),
                                asking.organization().filter(each.id()::equals).isPresent()))
                        .toList(),
                Choice.of(HoursState.values(), words::state, question.filter("state")),
                List.of(
                        view("study.list.byBranch", HoursRoutes.LIST, "", asking, path),
                        view("study.list.byCommunity", HoursRoutes.LIST, "community", asking, path),
                        view("study.list.byMember", HoursRoutes.MEMBERS, "", asking, path)),
                days(asking, path),
                years(asking, path));
    }

    private Link view(String key, String path, String by, HoursAsking asking, String at) {
        return new Link(
                words.texts().get(key),
                asking.bare().with("by", by).address(path),
                path.equals(at) && (path.equals(HoursRoutes.MEMBERS) || asking.byCommunity() == !by.isEmpty()));
    }

    List<Link> days(HoursAsking asking, String path) {
        var question = asking.question().at(1);
        return List.of(
                new Link(
                        words.texts().get("study.list.today"),
                        question.with("at", "").address(path),
                        !asking.isAtHalf()),
                new Link(
                        words.texts().get("study.list.half"),
                        question.with("at", "half").address(path),
                        asking.isAtHalf()));
    }

    List<Link> years(HoursAsking asking, String path) {
        int current = asking.today().getYear();
        return Stream.of(current, current - 1, current - 2)
                .map(year -> new Link(
                        String.valueOf(year),
                        asking.question()
                                .at(1)
                                .with("year", String.valueOf(year))
                                .address(path),
                        year == asking.year()))
                .toList();
    }
}
