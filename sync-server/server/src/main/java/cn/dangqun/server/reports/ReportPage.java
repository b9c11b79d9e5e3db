package cn.dangqun.server.reports;

import cn.dangqun.domain.fact.StreetFact.ReportStep;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reports.Report.Row;
import cn.dangqun.server.reports.Report.Table;
import cn.dangqun.server.reports.ReportModel.Link;
import cn.dangqun.server.reports.ReportModel.Offer;
import cn.dangqun.server.reports.ReportModel.Way;
import cn.dangqun.server.reports.ReportNotes.Note;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts a report on its page: one table at a time, and what was and may be done with it.
record ReportPage(Texts texts, Times times, Pinyin pinyin) {
    static final int PER_PAGE = 50;
    private static final String TABLE = "table";

    private Orders<Row> orders() {
        return Orders.<Row>of("reports.page.asWritten")
                .or("name", "web.order.organization", Comparator.comparing(Row::name, pinyin.order()));
    }

    /// What the routes know of a page.
    record Known(
            Report report,
            List<Table> besides,
            OrganizationReader.Row of,
            List<OrganizationReader.Row> all,
            ListQuestion question,
            Optional<Way> way,
            List<Link> versions,
            boolean mayFull,
            boolean full,
            List<String> problems) {}

    ReportModel.One write(Known known) {
        var report = known.report;
        var question = known.question;
        var tables =
                Stream.concat(report.tables().stream(), known.besides.stream()).toList();
        var table = tables.stream()
                .filter(each -> each.id().equals(question.filter(TABLE)))
                .findFirst()
                .orElseGet(tables::getFirst);
        var typed = Pinyin.plain(question.filter("search"));
        var found = table.rows().stream().filter(each -> isFound(each, typed)).toList();
        var asked = question.within(found.size(), PER_PAGE);
        var path = ReportRoutes.address(report.period());
        return new ReportModel.One(
                report,
                ReportRoutes.LIST + "?year=" + report.period().substring(0, 4) + "&organization=" + known.of.id(),
                known.of.id().value(),
                choices(known.all, known.of),
                tables.stream()
                        .map(each -> new Link(
                                each.title()
                                        + (each.rows().isEmpty()
                                                ? ""
                                                : " " + each.rows().size()),
                                only(question).with(TABLE, each.id()).address(path),
                                each.equals(table)))
                        .toList(),
                table,
                asked.cut(orders().sorted(found, question), PER_PAGE),
                found.size(),
                question.filter("search"),
                orders().choices(texts, question),
                asked.pages(texts, path, found.size(), PER_PAGE),
                path,
                question.filter("copy"),
                only(question).address(path + "/workbook"),
                only(question).address(path + "/pages"),
                known.way,
                known.versions,
                !typed.isEmpty(),
                known.mayFull ? question.with("names", known.full ? "" : "full").address(path) : "",
                known.full,
                known.problems);
    }

    /// The same report with nothing else asked.
    private static ListQuestion only(ListQuestion question) {
        return question.at(1)
                .with("search", "")
                .with(ListQuestion.ORDER, "")
                .with(TABLE, "")
                .with("names", "");
    }

    private boolean isFound(Row row, String typed) {
        return typed.isEmpty()
                || Stream.concat(Stream.of(row.name()), row.cells().stream())
                        .anyMatch(each -> Pinyin.plain(each).contains(typed))
                || pinyin.words(row.name()).stream().anyMatch(each -> each.contains(typed));
    }

    static List<Choice> choices(List<OrganizationReader.Row> all, OrganizationReader.Row of) {
        return all.stream()
                .filter(each -> each.level() != OrganizationLevel.GROUP)
                .map(each ->
                        new Choice(each.id().value(), each.name(), each.id().equals(of.id())))
                .toList();
    }

    /// Who may do nothing sees what was done.
    Way way(ReportNotes notes, Report report, boolean may, List<OrganizationReader.Row> branches) {
        var month = YearMonth.parse(report.period());
        boolean over = month.isBefore(YearMonth.from(times.today()));
        return new Way(
                over
                        ? state(notes.stage())
                        : texts.get("reports.stage.running", month.plusMonths(1).getMonthValue()),
                notes.all().stream().map(each -> note(each, branches)).toList(),
                may && over ? offers(notes, branches) : List.of(),
                notes.all().size(),
                times.today().toString(),
                over && notes.sent().isEmpty() ? incomplete(report) : "");
    }

    /// What a report that goes up now would leave out; empty where that is nothing. It hinders nobody.
    private String incomplete(Report report) {
        var rolls = figure(report, "reports.attendance.awaited");
        int duties = report.table("duties").map(Table::sums).stream()
                .filter(each -> each.size() > MonthTables.DUTIES_UNKNOWN)
                .mapToInt(each -> Integer.parseInt(each.get(MonthTables.DUTIES_UNKNOWN)))
                .sum();
        var reviewed = figure(report, "reports.review.reviewed").split("/", -1);
        int open = reviewed.length == 2 ? Integer.parseInt(reviewed[1]) - Integer.parseInt(reviewed[0]) : 0;
        return rolls.equals("0") && duties == 0 && open == 0
                ? ""
                : texts.get("reports.way.incomplete", rolls, duties, open);
    }

    private String figure(Report report, String key) {
        return report.figures().stream()
                .filter(each -> each.name().equals(texts.get(key)))
                .map(Report.Figure::value)
                .findFirst()
                .orElse("0");
    }

    private List<Offer> offers(ReportNotes notes, List<OrganizationReader.Row> branches) {
        var offers = new ArrayList<Offer>();
        if (notes.checked().isEmpty()) {
            offers.add(offer(ReportStep.CHECKED, "", false, List.of()));
        } else if (notes.sent().isEmpty()) {
            offers.add(offer(ReportStep.SENT, texts.get("reports.party.to"), false, List.of()));
        } else {
            if (notes.receipt().isEmpty()) {
                offers.add(offer(ReportStep.RECEIPT, texts.get("reports.party.from"), true, List.of()));
            }
            offers.add(offer(
                    ReportStep.COMMENT,
                    texts.get("reports.party.from"),
                    true,
                    branches.stream()
                            .filter(each -> each.level() == OrganizationLevel.BRANCH)
                            .map(each -> new Choice(each.id().value(), each.name(), false))
                            .toList()));
        }
        if (notes.checked().isPresent()) {
            offers.add(offer(ReportStep.TAKEN_BACK, "", true, List.of()));
        }
        return offers;
    }

    private Offer offer(ReportStep step, String party, boolean words, List<Choice> about) {
        return new Offer(step.name(), name(step), hint(step), party, words, about);
    }

    String note(Note note, List<OrganizationReader.Row> branches) {
        var about = note.about()
                .flatMap(id -> branches.stream()
                        .filter(each -> each.id().value().equals(id))
                        .findFirst())
                .map(OrganizationReader.Row::name)
                .orElse("");
        var party = note.party().isEmpty()
                ? ""
                : texts.get(note.step() == ReportStep.SENT ? "reports.note.to" : "reports.note.from", note.party());
        return texts.get(
                "reports.note.line",
                note.day().toString(),
                name(note.step()),
                party,
                about.isEmpty() ? note.words() : texts.get("reports.note.about", about, note.words()),
                note.who(),
                times.when(note.at()));
    }

    String state(ReportNotes.Stage stage) {
        return switch (stage) {
            case TO_CHECK -> texts.get("reports.stage.toCheck");
            case CHECKED -> texts.get("reports.stage.checked");
            case SENT -> texts.get("reports.stage.sent");
            case RECEIVED -> texts.get("reports.stage.received");
            case COMMENTED -> texts.get("reports.stage.commented");
        };
    }

    String name(ReportStep step) {
        return switch (step) {
            case CHECKED -> texts.get("reports.step.checked");
            case SENT -> texts.get("reports.step.sent");
            case RECEIPT -> texts.get("reports.step.receipt");
            case COMMENT -> texts.get("reports.step.comment");
            case TAKEN_BACK -> texts.get("reports.step.takenBack");
            case INSPECTED -> texts.get("reports.step.inspected");
        };
    }

    private String hint(ReportStep step) {
        return switch (step) {
            case CHECKED -> texts.get("reports.hint.checked");
            case SENT -> texts.get("reports.hint.sent");
            case RECEIPT -> texts.get("reports.hint.receipt");
            case COMMENT -> texts.get("reports.hint.comment");
            case TAKEN_BACK -> texts.get("reports.hint.takenBack");
            case INSPECTED -> texts.get("reports.hint.inspected");
        };
    }
}
