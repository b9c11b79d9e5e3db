package cn.dangqun.server.roster;

import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.roster.RosterModel.Filter;
import cn.dangqun.server.roster.RosterModel.Waiting;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;

/// Puts lists of members into words.
record RosterPage(MemberWords words) {

    RosterModel write(
            RosterReader reader,
            ListQuestion asked,
            boolean mayName,
            boolean mayKeep,
            String importAddress,
            List<MemberExemption> waiting) {
        var texts = words.texts();
        int found = reader.count(asked);
        var question = asked.within(found, RosterReader.PER_PAGE);
        var export = mayName ? RosterRoutes.EXPORT_FULL : RosterRoutes.EXPORT;
        var exporting = question.at(1).with("names", "");
        boolean full = mayName && question.filter("names").equals("full");
        return new RosterModel(
                filter(reader, question),
                found,
                question.with("names", "").isFiltered(),
                full,
                mayName ? question.with("names", full ? "" : "full").address(RosterRoutes.LIST) : "",
                mayKeep ? RosterRoutes.NEW + branch(question) : "",
                mayKeep ? importAddress : "",
                exporting.address(export),
                exporting.with("form", "csv").address(export),
                waiting.stream()
                        .map(each -> new Waiting(each.member().value(), reader.masked(each.member())))
                        .toList(),
                reader.page(question).stream()
                        .map(each -> row(each, full, texts))
                        .toList(),
                question.pages(texts, RosterRoutes.LIST, found, RosterReader.PER_PAGE));
    }

    private static String branch(ListQuestion question) {
        return question.filter("branch").isEmpty() ? "" : "?branch=" + question.filter("branch");
    }

    private Filter filter(RosterReader reader, ListQuestion question) {
        return new Filter(
                question.filter("search"),
                branches(reader, question.filter("branch")),
                Choice.of(MemberStatus.values(), words::status, question.filter("status")),
                Choice.of(RelationKind.values(), words::relation, question.filter("relation")),
                orders(question.filter(ListQuestion.ORDER)),
                question.filter("state").equals("gone"));
    }

    private List<Choice> orders(String chosen) {
        var texts = words.texts();
        return Choice.choosing(
                List.of(
                        new Choice("", texts.get("web.order.tree"), false),
                        new Choice(RosterReader.BY_NAME, texts.get("web.order.person"), false),
                        new Choice(RosterReader.BY_STATUS, texts.get("web.order.status"), false)),
                chosen);
    }

    static List<Choice> branches(RosterReader reader, String chosen) {
        return new OrganizationReader(reader.handle(), reader.scope())
                .all().stream()
                        .filter(each -> each.level() == OrganizationLevel.BRANCH)
                        .map(each -> new Choice(
                                each.id().value(),
                                each.name(),
                                each.id().value().equals(chosen)))
                        .toList();
    }

    private RosterModel.Row row(RosterReader.Row row, boolean full, Texts texts) {
        return new RosterModel.Row(
                row.id().value(),
                full ? row.name().full() : row.name().masked(),
                row.branchName(),
                row.groupName().orElse(""),
                words.status(row.status()),
                words.relation(row.relation()),
                row.until()
                        .map(day -> texts.get("roster.row.until", day.minusDays(1)))
                        .orElse(""));
    }
}
