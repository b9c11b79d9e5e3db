package cn.dangqun.server.turnout;

import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.OrganizationTree;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.turnout.TurnoutModel.Line;
import cn.dangqun.server.turnout.TurnoutModel.Row;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes the lists of people: behind a figure, of a roster, and of one person. Names are masked unless `full`.
record PeoplePage(TurnoutPage figures, TurnoutWords words, boolean mayFull, boolean full) {

    TurnoutModel.Lines lines(LineReader reader, String roll, Asking asking) {
        var question = asking.question();
        var rows = new ArrayList<Line>();
        int[] found = {0};
        int first = (question.page() - 1) * LineReader.PER_PAGE;
        var typed = Pinyin.plain(question.filter("search"));
        reader.each(asking, line -> {
            if (!isCalled(line, typed)) {
                return;
            }
            if (found[0] >= first && found[0] < first + LineReader.PER_PAGE) {
                rows.add(line(line));
            }
            found[0]++;
        });
        return new TurnoutModel.Lines(
                roll,
                words.figure(question.filter("figure")),
                full,
                namesAddress(question, TurnoutRoutes.LINES),
                asking.at(TurnoutRoutes.LIST),
                question,
                orders(question),
                found[0],
                rows,
                question.pages(words.texts(), TurnoutRoutes.LINES, found[0], LineReader.PER_PAGE));
    }

    /// A person by name, or an activity.
    private boolean isCalled(LineReader.Line line, String typed) {
        return typed.isEmpty()
                || line.held().title().contains(typed)
                || figures.pinyin().words(line.name().full()).stream().anyMatch(word -> word.startsWith(typed));
    }

    private List<Choice> orders(ListQuestion question) {
        var texts = words.texts();
        return Choice.choosing(
                List.of(
                        new Choice("", texts.get("web.order.dayFirst"), false),
                        new Choice(LineReader.NEWEST, texts.get("web.order.dayLast"), false),
                        new Choice(LineReader.BY_NAME, texts.get("web.order.person"), false)),
                question.filter(ListQuestion.ORDER));
    }

    private String namesAddress(ListQuestion question, String path) {
        return mayFull ? question.with("names", full ? "" : "full").address(path) : "";
    }

    private Line line(LineReader.Line line) {
        return new Line(
                line.held().day().toString(),
                line.held().title(),
                "/activities/" + line.held().id(),
                name(line.name()),
                TurnoutRoutes.address(line.member()),
                line.roll(),
                words.state(line));
    }

    String name(PersonName name) {
        return full ? name.full() : name.masked();
    }

    /// Everybody of the rosters that is found, with the figures of those on the page.
    TurnoutModel members(MemberFinder finder, LineReader reader, List<Choice> organizations, Asking asking) {
        var page = finder.page(asking.question(), TurnoutPage.PER_PAGE);
        var question = asking.question().within(page.found(), TurnoutPage.PER_PAGE);
        var shown = page.rows();
        var sums = sums(reader, shown, asking);
        return new TurnoutModel(
                "member",
                figures.filter(
                        asking,
                        organizations,
                        Choice.choosing(
                                List.of(
                                        new Choice("", words.texts().get("web.order.tree"), false),
                                        new Choice(
                                                MemberFinder.BY_NAME,
                                                words.texts().get("web.order.person"),
                                                false)),
                                question.filter(ListQuestion.ORDER)),
                        TurnoutRoutes.MEMBERS),
                page.found(),
                shown.stream().map(each -> row(each, sums, asking)).toList(),
                figures.total(Turnout.NOTHING),
                "",
                namesAddress(question, TurnoutRoutes.MEMBERS),
                full,
                question.pages(words.texts(), TurnoutRoutes.MEMBERS, page.found(), TurnoutPage.PER_PAGE));
    }

    private static Map<MemberId, Turnout> sums(LineReader reader, List<MemberFinder.Found> shown, Asking asking) {
        return reader.of(shown.stream().map(MemberFinder.Found::id).toList(), asking).stream()
                .collect(Collectors.groupingBy(
                        LineReader.Line::member,
                        Collectors.reducing(Turnout.NOTHING, LineReader::turnout, Turnout::plus)));
    }

    private Row row(MemberFinder.Found member, Map<MemberId, Turnout> sums, Asking asking) {
        return figures.row(
                "",
                name(member.name()),
                member.branch(),
                asking.at(TurnoutRoutes.address(member.id())),
                sums.getOrDefault(member.id(), Turnout.NOTHING),
                new ListQuestion(Map.of(), 1));
    }

    TurnoutModel.One one(Member member, OrganizationTree tree, LineReader reader, Asking asking) {
        var lines = reader.of(List.of(member.id()), asking);
        var path = TurnoutRoutes.address(member.id());
        var question = asking.question().within(lines.size(), LineReader.PER_PAGE);
        var months = new TreeMap<YearMonth, Turnout>(Comparator.reverseOrder());
        lines.forEach(line -> months.merge(YearMonth.from(line.held().day()), LineReader.turnout(line), Turnout::plus));
        return new TurnoutModel.One(
                name(member.name()),
                full,
                namesAddress(question, path),
                figures.filter(asking, List.of(), List.of(), path),
                member.memberships().reversed().stream()
                        .map(each -> membership(each, tree))
                        .toList(),
                figures.total(months.values().stream().reduce(Turnout.NOTHING, Turnout::plus)),
                months.entrySet().stream()
                        .map(each -> figures.row(
                                "", each.getKey().toString(), "", "", each.getValue(), new ListQuestion(Map.of(), 1)))
                        .toList(),
                lines.stream()
                        .skip((long) (question.page() - 1) * LineReader.PER_PAGE)
                        .limit(LineReader.PER_PAGE)
                        .map(this::line)
                        .toList(),
                question.pages(words.texts(), path, lines.size(), LineReader.PER_PAGE));
    }

    private String membership(Membership membership, OrganizationTree tree) {
        var branch = tree.find(membership.branch())
                .map(each -> each.name())
                .orElse(membership.branch().value());
        var from = membership.from().map(Object::toString).orElse("");
        var to = membership.until().map(end -> end.minusDays(1).toString()).orElse("");
        return words.texts().get("turnout.one.membership", branch, from, to);
    }
}
