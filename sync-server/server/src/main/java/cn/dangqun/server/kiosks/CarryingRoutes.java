package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.kiosks.CarryingModel.Former;
import cn.dangqun.server.ledger.Carrying;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.Map;
import java.util.function.Function;

/// Records that a kiosk carried from another one's ledger: a person knows whether it is the same machine.
public final class CarryingRoutes implements Routes {
    private static final int LONGEST_REASON = 200;
    private static final String PATH = "/kiosks/:id/carrying";

    private final Database database;
    private final StreetLedger street;
    private final Texts texts;
    private final Times times;
    private final KioskReader kiosks = new KioskReader();
    private final CarryingReader carried = new CarryingReader();

    public CarryingRoutes(Database database, StreetLedger street, Texts texts, Times times) {
        this.database = database;
        this.street = street;
        this.texts = texts;
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        var right = Right.of(Permission.ENROL_KIOSKS);
        var ofKiosk = Subtree.of((handle, visit) -> KioskOwner.of(handle, visit.param("id")));
        entrance.page(
                PATH,
                new Policy(right, ofKiosk, Trace.none("which kiosk carried whose records, nobody's name")),
                visit -> of(visit, kiosk -> page(200, kiosk, "")));
        entrance.action(
                PATH,
                new Policy(right, ofKiosk, Trace.deed(Action.CARRYING_ALLOWED)),
                visit -> of(visit, kiosk -> allow(visit, kiosk)));
    }

    private Reply of(Visit visit, Function<KioskHealth, Reply> answer) {
        return kiosks.find(database, visit.viewer().scope(), visit.param("id"))
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    private Reply allow(Visit visit, KioskHealth kiosk) {
        var reason = visit.form("reason").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return page(422, kiosk, texts.get("kiosks.fork.reasonMissing", LONGEST_REASON));
        }
        var from = visit.form("from");
        database.write((handle, changes) -> {
            boolean waits = carried.waiting(handle, kiosk.id()).containsKey(from);
            if (waits) {
                var actor = Actor.of(visit);
                new Carrying(handle).allow(kiosk.id(), new KioskId(from), times.now(), actor.login(), reason);
                actor.note(handle, times.now(), Action.CARRYING_ALLOWED, kiosk.id() + " " + from);
                street.deriveAgain(handle, changes);
            }
            return waits;
        });
        return new Reply.SeeOther("/kiosks/" + kiosk.id() + "/carrying");
    }

    private Reply page(int status, KioskHealth kiosk, String problem) {
        var formers = database.read(handle -> carried.waiting(handle, kiosk.id())).entrySet().stream()
                .map(each ->
                        new Former(each.getKey(), texts.get("kiosks.carrying.story", each.getKey(), each.getValue())))
                .toList();
        var model = new CarryingModel(
                kiosk.name(),
                kiosk.id().value(),
                kiosk.siteName(),
                "/kiosks/" + kiosk.id() + "/carrying",
                problem,
                formers);
        return new Reply.Page(status, "kiosks/carrying", texts.get("kiosks.carrying.title"), Map.of("carrying", model));
    }
}
