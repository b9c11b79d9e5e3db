package cn.dangqun.server.rota;

import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.staff.Rota;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.rota.RotaReader.Centre;
import cn.dangqun.server.services.OpeningStore;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// 值班表: turns of every week, turns of single days, and what follows from them with the holidays (F-77). Kiosks say
/// at their foot who is on duty now.
public final class RotaRoutes implements Routes {
    private static final String LIST = "/staff/rota";
    private static final String ONE = "/staff/rota/:site";
    private static final int PER_PAGE = 50;

    private final Orders<RotaReader.Centre> orders = Orders.<RotaReader.Centre>of("web.order.tree")
            .or("name", "web.order.name", Comparator.comparing(RotaReader.Centre::name, new Pinyin().order()));
    private final Database database;
    private final ReferenceLedger reference;
    private final Texts texts;
    private final Times times;
    private final ZoneId zone;

    public RotaRoutes(Database database, ReferenceLedger reference, Texts texts, Times times, ZoneId zone) {
        this.database = database;
        this.reference = reference;
        this.texts = texts;
        this.times = times;
        this.zone = zone;
    }

    @Override
    public void mount(Entrance entrance) {
        var right = Right.of(Permission.KEEP_STAFF);
        var named = Subtree.of((handle, visit) -> Owners.ofSite(handle, visit.param("site")));
        var look = Trace.none("people on duty stand on the board of their centre");
        var changes = new Policy(right, named, Trace.deed(Action.ROTA_CHANGED));
        entrance.page(LIST, new Policy(right, Subtree.filtered(), look), this::list);
        entrance.page(
                ONE, new Policy(right, named, look), visit -> of(visit, site -> show(200, visit, site, List.of())));
        entrance.action(ONE, changes, visit -> of(visit, site -> add(visit, site)));
        entrance.action(ONE + "/removal", changes, visit -> of(visit, site -> remove(visit, site)));
    }

    private Reply of(Visit visit, Function<Centre, Reply> answer) {
        return centres(visit).stream()
                .filter(each -> each.id().equals(visit.param("site")))
                .findFirst()
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    private List<Centre> centres(Visit visit) {
        return database.read(handle -> new RotaReader(handle, visit.viewer().scope()).centres());
    }

    private Rota rota(Centre centre) {
        return database.read(handle -> new Entries(handle)
                .site(centre.id())
                .map(ReferenceItem.Site::rota)
                .orElse(Rota.NONE));
    }

    private RotaPage page(Visit visit, Centre centre) {
        return new RotaPage(
                texts,
                times,
                database.read(handle -> new RotaReader(handle, visit.viewer().scope()).people(centre)));
    }

    private Reply list(Visit visit) {
        var question = ListQuestion.of(visit, "search", ListQuestion.ORDER);
        var found = centres(visit).stream()
                .filter(each -> (each.name() + each.organizationName()).contains(question.filter("search")))
                .toList();
        var asked = question.within(found.size(), PER_PAGE);
        var sorted = orders.sorted(found, question);
        var model = new RotaModel(
                question.filter("search"),
                orders.choices(texts, question),
                question.isFiltered(),
                asked.cut(sorted, PER_PAGE).stream()
                        .map(each -> row(visit, each))
                        .toList(),
                asked.pages(texts, LIST, found.size(), PER_PAGE));
        return Reply.page("rota/list", texts.get("rota.page.title"), Map.of("rota", model));
    }

    private RotaModel.Row row(Visit visit, Centre centre) {
        var rota = rota(centre);
        var here = rota.at(LocalDateTime.ofInstant(times.now(), zone));
        var now = rota.isBlank()
                ? texts.get("rota.row.blank")
                : here.isEmpty()
                        ? texts.get("rota.row.nobody")
                        : page(visit, centre).turns(here);
        return new RotaModel.Row(centre.id(), centre.name(), centre.organizationName(), now, rota.isBlank());
    }

    private Reply show(int status, Visit visit, Centre centre, List<String> problems) {
        var rota = rota(centre);
        var page = page(visit, centre);
        var model = new RotaModel.One(
                centre.id(),
                centre.name(),
                problems,
                rota.isBlank() ? List.of() : page.days(rota, times.today()),
                page.weekly(rota),
                page.dated(rota),
                page.typed(visit));
        return new Reply.Page(status, "rota/one", texts.get("rota.one.title", centre.name()), Map.of("rota", model));
    }

    private Reply add(Visit visit, Centre centre) {
        var form = new Form(visit, texts, "rota.field");
        var people = page(visit, centre).people();
        var turn = new TurnForm(texts, times.today()).read(visit, form, people);
        if (turn.isPresent() && turns(rota(centre)) >= Rota.MOST) {
            form.refuse(texts.get("rota.refused.many", Rota.MOST));
        }
        if (!form.isGood() || turn.isEmpty()) {
            return show(422, visit, centre, form.problems());
        }
        return change(visit, centre, turn.get());
    }

    private static int turns(Rota rota) {
        return rota.weekly().size() + rota.dated().size();
    }

    /// A turn that somebody else removed meanwhile is gone either way.
    private Reply remove(Visit visit, Centre centre) {
        return change(visit, centre, rota -> TurnForm.without(rota, visit.form("turn"), visit.form("staff")));
    }

    /// What is past goes when something changes.
    private Reply change(Visit visit, Centre centre, UnaryOperator<Rota> change) {
        database.write((handle, changes) -> {
            var site = new Entries(handle).site(centre.id()).orElseThrow();
            var calendar = new OpeningStore(handle).calendar(centre.id(), times.today());
            var rota = TurnForm.since(change.apply(site.rota()), times.today()).with(calendar);
            reference.publish(handle, changes, List.of(site.with(rota)));
            Actor.of(visit).note(handle, times.now(), Action.ROTA_CHANGED, centre.id());
            return site;
        });
        return new Reply.SeeOther(LIST + "/" + centre.id());
    }
}
