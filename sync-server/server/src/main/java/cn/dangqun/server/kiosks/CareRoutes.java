package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.services.CentreKiosks;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.List;
import java.util.function.Function;

/// One kiosk: its name, and its end. One that holds unsent facts is revoked only by somebody who has heard so.
public final class CareRoutes implements Routes {
    private static final String ONE = "/kiosks/:id";
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_REASON = 200;

    private final Database database;
    private final KioskReader kiosks = new KioskReader();
    private final CentreKiosks centres;
    private final CarePage page;
    private final Texts texts;
    private final Times times;

    public CareRoutes(Database database, ReferenceLedger reference, WindowCa windows, Texts texts, Times times) {
        this.database = database;
        this.centres = new CentreKiosks(reference);
        this.page = new CarePage(database, windows, texts, times);
        this.texts = texts;
        this.times = times;
    }

    static String address(KioskId kiosk) {
        return "/kiosks/" + kiosk;
    }

    @Override
    public void mount(Entrance entrance) {
        var right = Right.of(Permission.ENROL_KIOSKS);
        var ofKiosk = Subtree.of((handle, visit) -> KioskOwner.of(handle, visit.param("id")));
        entrance.page(
                ONE,
                new Policy(right, ofKiosk, Trace.none("how a kiosk fares, nobody's name")),
                visit -> of(visit, kiosk -> page.show(200, visit, kiosk, List.of())));
        entrance.action(
                ONE + "/name",
                new Policy(right, ofKiosk, Trace.deed(Action.KIOSK_RENAMED)),
                visit -> of(visit, kiosk -> rename(visit, kiosk)));
        entrance.action(
                ONE + "/revocation",
                new Policy(right, ofKiosk, Trace.deed(Action.KIOSK_REVOKED)),
                visit -> of(visit, kiosk -> revoke(visit, kiosk)));
    }

    private Reply of(Visit visit, Function<KioskHealth, Reply> answer) {
        return kiosks.find(database, visit.viewer().scope(), visit.param("id"))
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    private Reply rename(Visit visit, KioskHealth kiosk) {
        var form = new Form(visit, texts, "kiosks.enrol");
        var name = form.text("name", LONGEST_NAME);
        if (!form.isGood()) {
            return page.show(422, visit, kiosk, form.problems());
        }
        database.write((handle, changes) -> {
            changes.kiosk(kiosk.id());
            Actor.of(visit)
                    .note(handle, times.now(), Action.KIOSK_RENAMED, kiosk.id().value());
            return handle.execute(
                    "UPDATE kiosk SET name = ? WHERE street = 1 AND id = ?",
                    name,
                    kiosk.id().value());
        });
        return new Reply.SeeOther(address(kiosk.id()));
    }

    private Reply revoke(Visit visit, KioskHealth kiosk) {
        var form = new Form(visit, texts, "kiosks.care");
        var reason = form.text("reason", LONGEST_REASON);
        if (CarePage.unsent(kiosk) > 0 && !form.isTicked("anyway")) {
            form.refuse(texts.get("kiosks.care.unsent", CarePage.unsent(kiosk)));
        }
        if (!form.isGood()) {
            return page.show(422, visit, kiosk, form.problems());
        }
        database.write((handle, changes) -> {
            KioskRegistry.revoke(handle, changes, kiosk.id(), times.now());
            handle.execute(
                    "UPDATE kiosk SET revoked_reason = ? WHERE street = 1 AND id = ?",
                    reason,
                    kiosk.id().value());
            centres.publish(handle, changes, kiosk.site());
            Actor.of(visit)
                    .note(handle, times.now(), Action.KIOSK_REVOKED, kiosk.id().value());
            return kiosk;
        });
        return new Reply.SeeOther(address(kiosk.id()));
    }
}
