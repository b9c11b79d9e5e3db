package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.kiosks.KioskStands.LastSeen;
import cn.dangqun.server.kiosks.KioskStands.Owed;
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

/// What a kiosk that was revoked, moved or replaced had not sent: let it deliver, or sign that it is lost.
public final class LeavingRoutes implements Routes {
    private static final int LONGEST_REASON = 200;

    private final Database database;
    private final Texts texts;
    private final Times times;
    private final KioskReader kiosks = new KioskReader();

    public LeavingRoutes(Database database, Texts texts, Times times) {
        this.database = database;
        this.texts = texts;
        this.times = times;
    }

    static String address(KioskId kiosk) {
        return "/kiosks/" + kiosk + "/leaving";
    }

    @Override
    public void mount(Entrance entrance) {
        var right = Right.of(Permission.ENROL_KIOSKS);
        var ofKiosk = Subtree.of((handle, visit) -> KioskOwner.of(handle, visit.param("id")));
        entrance.page(
                "/kiosks/:id/leaving",
                new Policy(right, ofKiosk, Trace.none("what a kiosk had not sent; names are masked")),
                visit -> of(visit, kiosk -> page(200, kiosk, "")));
        entrance.action(
                "/kiosks/:id/leaving/late",
                new Policy(right, ofKiosk, Trace.deed(Action.LATE_DELIVERY_ALLOWED)),
                visit -> of(visit, kiosk -> allow(visit, kiosk)));
        entrance.action(
                "/kiosks/:id/leaving/lost",
                new Policy(right, ofKiosk, Trace.deed(Action.KIOSK_FACTS_LOST)),
                visit -> of(visit, kiosk -> lose(visit, kiosk)));
    }

    private Reply of(Visit visit, Function<KioskHealth, Reply> answer) {
        return kiosks.find(database, visit.viewer().scope(), visit.param("id"))
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    private Reply allow(Visit visit, KioskHealth kiosk) {
        database.write((handle, changes) -> {
            int allowed = handle.execute(
                    "UPDATE kiosk SET late_push_at = ? WHERE street = 1 AND id = ? AND revoked_at IS NOT NULL"
                            + " AND late_push_at IS NULL",
                    times.now().toEpochMilli(),
                    kiosk.id().value());
            if (allowed > 0) {
                changes.kiosk(kiosk.id());
                Actor.of(visit)
                        .note(
                                handle,
                                times.now(),
                                Action.LATE_DELIVERY_ALLOWED,
                                kiosk.id().value());
            }
            return allowed;
        });
        return new Reply.SeeOther(address(kiosk.id()));
    }

    private Reply lose(Visit visit, KioskHealth kiosk) {
        var reason = visit.form("reason").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return page(422, kiosk, texts.get("kiosks.fork.reasonMissing", LONGEST_REASON));
        }
        database.write((handle, changes) -> {
            var actor = Actor.of(visit);
            boolean lost = new KioskStands(handle).lose(kiosk.id(), times.now(), actor.login(), reason);
            if (lost) {
                changes.kiosk(kiosk.id());
                actor.note(
                        handle, times.now(), Action.KIOSK_FACTS_LOST, kiosk.id().value());
            }
            return lost;
        });
        return new Reply.SeeOther(address(kiosk.id()));
    }

    private Reply page(int status, KioskHealth kiosk, String problem) {
        var seen = database.read(handle -> new KioskStands(handle).lastSeen(kiosk.id()));
        var model = new LeavingModel(
                kiosk.name(),
                kiosk.id().value(),
                kiosk.siteName(),
                kiosk.owed().map(this::story).orElseGet(() -> texts.get("kiosks.leaving.nothing")),
                seen.stream().map(this::story).toList(),
                kiosk.late() ? texts.get("kiosks.leaving.allowed") : "",
                kiosk.revoked() && !kiosk.late(),
                kiosk.owed().isPresent(),
                address(kiosk.id()),
                problem);
        return new Reply.Page(status, "kiosks/leaving", texts.get("kiosks.leaving.title"), Map.of("leaving", model));
    }

    private String story(LastSeen seen) {
        return seen.person()
                .map(person -> texts.get("kiosks.leaving.lastSeen", seen.seq(), person.name(), times.when(person.at())))
                .orElseGet(() -> texts.get("kiosks.leaving.lastRecord", seen.seq()));
    }

    private String story(Owed owed) {
        return owed.unsent() > 0
                ? texts.get("kiosks.leaving.unsent", owed.unsent(), times.when(owed.since()))
                : texts.get("kiosks.leaving.silent", times.when(owed.since()));
    }
}
