package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.LiveView.Snapshot;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.SharedViews;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Views;
import cn.dangqun.server.web.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// 一体机: how every kiosk fares, and codes for new ones.
public final class KioskRoutes implements Routes {
    static final String KIOSKS = "/kiosks";
    private static final int LONGEST_NAME = 40;

    private static final Set<Topic> SHOWS = Set.of(Topic.Street.KIOSKS, Topic.Street.REFERENCE);

    private final Database database;
    private final EnrolmentCodes codes;
    private final CodePage page;
    private final Views views;
    private final Texts texts;
    private final Times times;
    private final KioskReader board = new KioskReader();
    private final KioskPage writer;
    private final SharedViews shared;

    public KioskRoutes(
            Database database, EnrolmentCodes codes, CodePage page, Views views, Times times, SharedViews shared) {
        this.shared = shared;
        this.database = database;
        this.codes = codes;
        this.page = page;
        this.views = views;
        this.texts = views.texts();
        this.times = times;
        this.writer = new KioskPage(texts, times);
    }

    @Override
    public void mount(Entrance entrance) {
        var list = new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("how kiosks fare, nobody's name"));
        var ofSite = Subtree.of((handle, visit) -> Owners.ofSite(handle, visit.form("site")));
        entrance.menu(KIOSKS, "kiosks.page.menu");
        entrance.page(KIOSKS, list, this::show);
        entrance.live("/live/kiosks", list, this::live);
        entrance.action(
                "/kiosks/codes",
                new Policy(Right.of(Permission.ENROL_KIOSKS), ofSite, Trace.deed(Action.ENROLMENT_CODE_CREATED)),
                this::createCode);
    }

    private Reply show(Visit visit) {
        return Reply.page("kiosks/kiosks", texts.get("kiosks.page.title"), Map.of("kiosks", model(visit)));
    }

    private Optional<Snapshot> live(Visit visit) {
        var viewer = visit.viewer();
        var key = List.of(KIOSKS, viewer.scope(), viewer.may(Permission.ENROL_KIOSKS), question(visit));
        return shared.of(key, () -> Optional.of(snapshot(model(visit))));
    }

    private static ListQuestion question(Visit visit) {
        return ListQuestion.of(visit, KioskPage.SEARCH, KioskPage.STATE, ListQuestion.ORDER);
    }

    private KiosksModel model(Visit visit) {
        var viewer = visit.viewer();
        return database.read(handle -> writer.write(
                board.all(handle, viewer.scope()),
                board.sites(handle, viewer.scope()),
                viewer.may(Permission.ENROL_KIOSKS),
                question(visit)));
    }

    private Snapshot snapshot(KiosksModel model) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("summary", views.fill("kiosks/summary", Map.of("summary", model.summary())));
        model.rows().forEach(row -> parts.put(row.part(), views.fill("kiosks/row", Map.of("row", row))));
        return new Snapshot(() -> views.fill("kiosks/body", Map.of("kiosks", model)), parts, SHOWS);
    }

    private Reply createCode(Visit visit) {
        var viewer = visit.viewer();
        var name = visit.form("name").strip();
        var kiosk = kioskId(visit.form("kiosk").strip());
        if (kiosk.isEmpty() || name.isEmpty() || name.length() > LONGEST_NAME) {
            return new Reply.BadRequest();
        }
        return database.read(handle -> board.sites(handle, viewer.scope())).stream()
                .filter(each -> each.id().equals(visit.form("site")))
                .findFirst()
                .<Reply>map(site -> codeOnceSure(visit, kiosk.get(), name, site))
                .orElseGet(Reply.NotFound::new);
    }

    /// A code for a kiosk that is there already ends that one's work: first say which it is, then hear it again.
    private Reply codeOnceSure(Visit visit, KioskId kiosk, String name, KioskReader.Site site) {
        var former = visit.form("replace").equals(kiosk.value())
                ? Optional.<KioskRegistry.LastWord>empty()
                : database.read(handle -> KioskRegistry.lastWord(handle, kiosk));
        return former.<Reply>map(word -> new Reply.Page(
                        409,
                        "kiosks/replace",
                        texts.get("kiosks.replace.title"),
                        Map.of(
                                "kiosk", kiosk.value(),
                                "name", name,
                                "site", site.id(),
                                "story", writer.replacing(kiosk, word))))
                .orElseGet(() -> code(visit, kiosk, name, site));
    }

    private Reply code(Visit visit, KioskId kiosk, String name, KioskReader.Site site) {
        var actor = Actor.of(visit);
        return database.write((handle, changes) -> {
            int replaced = codes.valid(handle, kiosk);
            var created = codes.create(handle, kiosk, name, site.id(), Optional.of(actor.login()));
            actor.note(handle, times.now(), Action.ENROLMENT_CODE_CREATED, kiosk.value());
            return page.show(created, name, site.name(), replaced);
        });
    }

    static Optional<KioskId> kioskId(String text) {
        try {
            return Optional.of(new KioskId(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
