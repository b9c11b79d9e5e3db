package cn.dangqun.server.codes;

import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Viewer;
import cn.dangqun.server.web.Views;
import cn.dangqun.server.web.Visit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// 党员码: all branches of the viewer's scope, looking up a card by its number, and the street's key.
public final class CodeRoutes implements Routes {
    private static final String CODES = "/codes";
    private static final int PER_PAGE = 50;
    private static final Orders<CodesModel.Row> ORDERS = Orders.<CodesModel.Row>of("web.order.tree")
            .or(
                    "without",
                    "web.order.without",
                    Comparator.comparingInt(CodesModel.Row::without).reversed())
            .or(
                    "ending",
                    "web.order.ending",
                    Comparator.comparingInt(CodesModel.Row::ending).reversed());
    private static final Right ROTATES = Right.of(Permission.ROTATE_STREET_KEY);

    private final Database database;
    private final CodeKeys keys;
    private final Texts texts;
    private final Times times;
    private final List<Routes> parts;

    public CodeRoutes(Database database, CodeKeys keys, Revocations revocations, Views views, Times times) {
        this.database = database;
        this.keys = keys;
        this.texts = views.texts();
        this.times = times;
        var words = new CodeWords(texts);
        var printing = new PrintDesk(database, keys, times);
        this.parts = List.of(
                new BranchRoutes(database, new IssueDesk(database, keys, revocations, times), printing, words, times),
                new SheetRoutes(printing, words),
                new CardRoutes(database, revocations, new CardPage(words, times), views));
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.menu(CODES, "codes.page.menu");
        var counts = new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("counts only"));
        entrance.page(CODES, counts, visit -> page(200, visit, "", ""));
        entrance.page("/codes/find", counts, this::find);
        entrance.action(
                "/codes/key",
                new Policy(ROTATES, Subtree.street(), Trace.deed(Action.STREET_KEY_ROTATED)),
                this::rotate);
        parts.forEach(each -> each.mount(entrance));
    }

    /// The number as people read it from a card: with or without its leading zeros.
    private Reply find(Visit visit) {
        var asked = visit.query("serial").map(String::strip).orElse("");
        return CardRoutes.serial(asked)
                .filter(serial -> database.read(handle ->
                                CodeReader.bearer(handle, visit.viewer().scope(), serial))
                        .isPresent())
                .<Reply>map(serial -> new Reply.SeeOther(CardRoutes.address(serial)))
                .orElseGet(() -> page(404, visit, texts.get("codes.page.noSuchCard"), asked));
    }

    private Reply rotate(Visit visit) {
        var lastDay = DayRange.ofFormerKey(times.today()).parse(visit.form("last-day"));
        if (lastDay.isEmpty() || !visit.form("sure").equals("yes")) {
            return new Reply.BadRequest();
        }
        keys.rotate(lastDay.get(), Actor.of(visit));
        return new Reply.SeeOther(CODES + "?rotated=yes#key");
    }

    private Reply page(int status, Visit visit, String notice, String asked) {
        var viewer = visit.viewer();
        var question = ListQuestion.of(visit, "search", ListQuestion.ORDER);
        var typed = question.filter("search");
        var model = database.read(handle -> {
            var found = ORDERS.sorted(
                    CodeReader.counts(handle, viewer.scope(), times.today()).stream()
                            .map(CodeRoutes::row)
                            .filter(each -> (each.name() + each.above()).contains(typed))
                            .toList(),
                    question);
            var shown = question.within(found.size(), PER_PAGE);
            return new CodesModel(
                    notice,
                    asked,
                    typed,
                    ORDERS.choices(texts, question),
                    question.isFiltered(),
                    shown.cut(found, PER_PAGE),
                    shown.pages(texts, CODES, found.size(), PER_PAGE),
                    CodeKeyStore.all(handle).stream()
                            .map(key -> key(handle, viewer, key))
                            .toList(),
                    Optional.of(DayRange.ofFormerKey(times.today())).filter(ignored -> mayRotate(viewer)),
                    visit.query("rotated").isPresent());
        });
        return new Reply.Page(status, "codes/codes", texts.get("codes.page.title"), Map.of("codes", model));
    }

    /// The key is the whole street's.
    private static boolean mayRotate(Viewer viewer) {
        return ROTATES.isOf(viewer) && viewer.scope().top().isEmpty();
    }

    private static CodesModel.Row row(CodeReader.Count count) {
        return new CodesModel.Row(
                count.branch().value(),
                count.name(),
                count.above(),
                count.members(),
                count.holders(),
                count.members() - count.holders(),
                count.ending());
    }

    private CodesModel.Key key(Handle handle, Viewer viewer, CodeKeyStore.Published key) {
        var state = key.signs()
                ? texts.get("codes.key.signs")
                : key.lastDay()
                        .map(day -> day.isBefore(times.today())
                                ? texts.get("codes.key.ended", day)
                                : texts.get("codes.key.ends", day))
                        .orElseGet(() -> texts.get("codes.key.former"));
        var delivery = Delivery.of(handle, viewer.scope(), key.publication());
        return new CodesModel.Key(
                key.id().toString(),
                key.signs(),
                times.when(key.publishedAt()),
                state,
                key.signs() ? texts.get("codes.key.delivery", delivery.kiosks(), delivery.received()) : "");
    }
}
