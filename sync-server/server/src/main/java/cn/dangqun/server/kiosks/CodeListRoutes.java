package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// 登记码: which were drawn, by whom and for where, what became of each, and taking one back (DESIGN §5, F-69).
public final class CodeListRoutes implements Routes {
    private static final String LIST = "/kiosks/codes";
    private static final Right RIGHT = Right.of(Permission.ENROL_KIOSKS);
    private static final int PER_PAGE = 50;
    private static final Orders<CodeListReader.Row> ORDERS = Orders.<CodeListReader.Row>of("web.order.newest")
            .or("kiosk", "web.order.kiosk", Comparator.comparing(CodeListReader.Row::kiosk, new Pinyin().order()))
            .or("site", "web.order.site", Comparator.comparing(CodeListReader.Row::site, new Pinyin().order()));
    private static final int LONGEST_NUMBER = 15;

    private final Database database;
    private final EnrolmentCodes codes;
    private final Texts texts;
    private final Times times;

    public CodeListRoutes(Database database, EnrolmentCodes codes, Texts texts, Times times) {
        this.database = database;
        this.codes = codes;
        this.texts = texts;
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.page(
                LIST,
                new Policy(RIGHT, Subtree.filtered(), Trace.none("codes of kiosks, nobody's name")),
                visit -> list(200, visit, ""));
        entrance.action(
                LIST + "/withdrawal",
                new Policy(
                        RIGHT,
                        Subtree.of((handle, visit) -> owner(handle, visit.form("kiosk"))),
                        Trace.deed(Action.ENROLMENT_CODE_WITHDRAWN)),
                this::withdraw);
    }

    /// Of the site for which the kiosk was last given a code.
    private static Owner owner(Handle handle, String kiosk) {
        return handle.createQuery("SELECT site FROM enrolment_code WHERE street = 1 AND kiosk = ?"
                        + " ORDER BY created_at DESC LIMIT 1")
                .bind(0, kiosk)
                .mapTo(String.class)
                .findOne()
                .map(site -> Owners.ofSite(handle, site))
                .orElseGet(Owner.Nobody::new);
    }

    private Reply withdraw(Visit visit) {
        var kiosk = KioskRoutes.kioskId(visit.form("kiosk"));
        var created = created(visit.form("created"));
        boolean done = kiosk.isPresent() && created.isPresent() && withdraw(visit, kiosk.get(), created.get());
        return done ? new Reply.SeeOther(LIST) : list(422, visit, texts.get("kiosks.codes.gone"));
    }

    private boolean withdraw(Visit visit, KioskId kiosk, Instant created) {
        var actor = Actor.of(visit);
        return database.write((handle, changes) -> {
            boolean done = codes.withdraw(handle, kiosk, created, actor.login());
            if (done) {
                actor.note(handle, times.now(), Action.ENROLMENT_CODE_WITHDRAWN, kiosk.value());
            }
            return done;
        });
    }

    private static Optional<Instant> created(String typed) {
        return typed.length() <= LONGEST_NUMBER && typed.matches("[0-9]+")
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(typed)))
                : Optional.empty();
    }

    private Reply list(int status, Visit visit, String problem) {
        var question = ListQuestion.of(visit, "search", ListQuestion.ORDER);
        var typed = question.filter("search");
        var found = database
                .read(handle -> new CodeListReader(handle, visit.viewer().scope()).all())
                .stream()
                .filter(each -> (each.kiosk() + each.name() + each.site()).contains(typed))
                .toList();
        var asked = question.within(found.size(), PER_PAGE);
        var sorted = ORDERS.sorted(found, question);
        var model = new CodeListModel(
                problem,
                typed,
                ORDERS.choices(texts, question),
                question.isFiltered(),
                asked.cut(sorted, PER_PAGE).stream().map(this::row).toList(),
                asked.pages(texts, LIST, found.size(), PER_PAGE));
        return new Reply.Page(status, "kiosks/codes", texts.get("kiosks.codes.title"), Map.of("codes", model));
    }

    private CodeListModel.Row row(CodeListReader.Row code) {
        boolean valid = code.used().isEmpty()
                && code.withdrawn().isEmpty()
                && code.expires().isAfter(times.now());
        return new CodeListModel.Row(
                code.kiosk(),
                code.name(),
                code.site(),
                times.when(code.created()),
                code.by().orElseGet(() -> texts.get("kiosks.codes.shell")),
                state(code, valid),
                valid ? Long.toString(code.created().toEpochMilli()) : "");
    }

    private String state(CodeListReader.Row code, boolean valid) {
        if (valid) {
            return texts.get("kiosks.codes.valid", times.when(code.expires()));
        }
        if (code.used().isPresent()) {
            return texts.get("kiosks.codes.used", times.when(code.used().get()), code.kiosk());
        }
        return code.withdrawn()
                .map(at -> code.withdrawnBy()
                        .map(by -> texts.get("kiosks.codes.withdrawn", times.when(at), by))
                        .orElseGet(() -> texts.get("kiosks.codes.replaced", times.when(at))))
                .orElseGet(() -> texts.get("kiosks.codes.expired", times.when(code.expires())));
    }
}
