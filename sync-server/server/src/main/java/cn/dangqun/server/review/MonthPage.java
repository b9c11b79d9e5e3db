package cn.dangqun.server.review;

import cn.dangqun.server.review.InboxModel.Option;
import cn.dangqun.server.review.MonthModel.Figures;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Visit;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Puts a month into words. Without an organisation it is that of the viewer's own part of the street.
record MonthPage(Texts texts, Times times) {
    private static final int ROWS_A_PAGE = 100;
    private static final Orders<MonthReader.Row> ORDERS = Orders.<MonthReader.Row>of("web.order.dayFirst")
            .or("roll", "web.order.organization", Comparator.comparing(MonthReader.Row::rollName, new Pinyin().order()))
            .or(
                    "absent",
                    "web.order.absent",
                    Comparator.comparingInt(MonthPage::absent).reversed());

    private record Branch(String id, String name, String path) {}

    MonthModel write(Handle handle, Visit visit, String problem) {
        var month = asked(visit, "month").flatMap(Asked::month).orElse(YearMonth.from(times.today()));
        var branches = branches(handle, visit);
        var wanted = asked(visit, "organization").orElse("");
        var chosen = branches.stream()
                .filter(each -> each.id.equals(wanted))
                .findFirst()
                .or(() -> branches.stream().findFirst());
        return chosen.map(each -> write(handle, visit, month, each, branches, problem))
                .orElseGet(() -> new MonthModel(
                        month.toString(),
                        "",
                        "",
                        List.of(),
                        Optional.empty(),
                        "",
                        List.of(),
                        "",
                        List.of(),
                        List.of(),
                        new ListQuestion.Pages("", "", ""),
                        false,
                        false,
                        problem));
    }

    /// Of the address, or of the form that was sent.
    private static Optional<String> asked(Visit visit, String name) {
        return visit.query(name).or(() -> Optional.of(visit.form(name)).filter(each -> !each.isBlank()));
    }

    private static List<Branch> branches(Handle handle, Visit visit) {
        var scope = visit.viewer().scope();
        return handle.createQuery("SELECT id, name, path FROM organization o WHERE o.street = 1 AND o.path >= :prefix"
                        + " AND o.path < :after AND o.level <> 'GROUP' ORDER BY o.place, o.path")
                .bind("prefix", scope.pathPrefix(handle))
                .bind("after", scope.pathAfter(handle))
                .map((row, ignored) -> new Branch(row.getString("id"), row.getString("name"), row.getString("path")))
                .list();
    }

    private MonthModel write(
            Handle handle, Visit visit, YearMonth month, Branch branch, List<Branch> branches, String problem) {
        var reader = new MonthReader(handle, month, branch.path);
        var lock = reader.lock();
        var locked = lock.filter(MonthReader.Lock::locked);
        boolean own =
                locked.filter(each -> each.organization().equals(branch.id)).isPresent();
        boolean may = visit.viewer().may(Permission.SETTLE_RECORDS);
        var frozen = locked.map(reader::frozen).orElse(Map.of());
        var listed = ListQuestion.of(visit, "month", "organization", "search", ListQuestion.ORDER);
        var typed = listed.filter("search");
        var rows = ORDERS.sorted(
                reader.rows().stream()
                        .filter(each -> (each.title() + each.rollName()).contains(typed))
                        .toList(),
                listed);
        var untold = reader.untold(times.now());
        var question = listed.within(rows.size(), ROWS_A_PAGE);
        return new MonthModel(
                month.toString(),
                branch.id,
                branch.name,
                branches.stream()
                        .map(each -> new Option(each.id, each.name, each.id.equals(branch.id)))
                        .toList(),
                lock.map(each -> new MonthModel.Lock(words(each))),
                locked.filter(each -> !own)
                        .map(each -> texts.get("review.month.covered", each.name()))
                        .orElse(""),
                new MonthOpen(texts, times).of(handle, visit.viewer().scope(), reader, branch.id, untold.size()),
                typed,
                ORDERS.choices(texts, question),
                question.cut(rows, ROWS_A_PAGE).stream()
                        .map(each -> row(each, frozen, !untold.contains(each.activity())))
                        .toList(),
                question.pages(texts, MonthRoutes.PATH, rows.size(), ROWS_A_PAGE),
                may && locked.isEmpty(),
                may && own,
                problem);
    }

    private static int absent(MonthReader.Row row) {
        return row.live().absent();
    }

    private String words(MonthReader.Lock lock) {
        return texts.get(
                lock.locked() ? "review.month.locked" : "review.month.opened",
                times.when(lock.at()),
                lock.who(),
                lock.reason());
    }

    private static MonthModel.Row row(MonthReader.Row row, Map<String, Figures> frozen, boolean complete) {
        return new MonthModel.Row(
                row.day().toString(),
                row.title(),
                "/activities/" + row.activity(),
                row.rollName(),
                complete,
                row.live(),
                Optional.ofNullable(frozen.get(row.activity() + " " + row.roll())),
                row.corrected(),
                row.late());
    }
}
