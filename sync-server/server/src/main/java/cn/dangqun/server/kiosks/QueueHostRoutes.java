package cn.dangqun.server.kiosks;

import cn.dangqun.domain.queue.TicketNumber;
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
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// 一个中心一个队: which kiosk keeps the one queue of its centre, and which digit stands before the numbers of
/// this one (docs/decisions/0046).
public final class QueueHostRoutes implements Routes {
    private final Database database;
    private final CentreKiosks centres;
    private final CarePage page;
    private final KioskReader kiosks = new KioskReader();
    private final Texts texts;
    private final Times times;

    public QueueHostRoutes(Database database, ReferenceLedger reference, WindowCa windows, Texts texts, Times times) {
        this.database = database;
        this.centres = new CentreKiosks(reference);
        this.page = new CarePage(database, windows, texts, times);
        this.texts = texts;
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.action(
                "/kiosks/:id/queue",
                new Policy(
                        Right.of(Permission.ENROL_KIOSKS),
                        Subtree.of((handle, visit) -> KioskOwner.of(handle, visit.param("id"))),
                        Trace.deed(Action.KIOSK_QUEUE_SET)),
                visit -> kiosks.living(database, visit, kiosk -> set(visit, kiosk)));
    }

    private Reply set(Visit visit, KioskHealth kiosk) {
        var form = new Form(visit, texts, "kiosks.queue");
        var digit = visit.form("digit").strip();
        boolean host = form.isTicked("host");
        if (!digit.matches("|[1-" + TicketNumber.KIOSK_MAX + "]")) {
            form.refuse(texts.get("kiosks.queue.wrong"));
        } else {
            keep(visit, kiosk, digit, host).ifPresent(form::refuse);
        }
        if (!form.isGood()) {
            return page.show(422, visit, kiosk, form.problems());
        }
        return new Reply.SeeOther(CareRoutes.address(kiosk.id()));
    }

    /// Looked at and written in one: of two who give the same digit at once, one is told.
    private Optional<String> keep(Visit visit, KioskHealth kiosk, String digit, boolean host) {
        return database.write((handle, changes) -> {
            var objection = objection(handle, kiosk, digit, host);
            if (objection.isPresent()) {
                return objection;
            }
            changes.kiosk(kiosk.id());
            if (host) {
                handle.execute("UPDATE kiosk SET queue_host = 0 WHERE street = 1 AND site = ?", kiosk.site());
            }
            handle.execute(
                    "UPDATE kiosk SET queue_digit = ?, queue_host = ? WHERE street = 1 AND id = ?",
                    digit.isEmpty() ? null : Integer.valueOf(digit),
                    host ? 1 : 0,
                    kiosk.id().value());
            centres.publish(handle, changes, kiosk.site());
            Actor.of(visit)
                    .note(
                            handle,
                            times.now(),
                            Action.KIOSK_QUEUE_SET,
                            kiosk.id().value());
            return objection;
        });
    }

    private Optional<String> objection(Handle handle, KioskHealth kiosk, String digit, boolean host) {
        if (host && WindowCertificates.address(handle, kiosk.id()).isEmpty()) {
            return Optional.of(texts.get("kiosks.queue.noAddress"));
        }
        return digit.isEmpty()
                ? Optional.empty()
                : other(handle, kiosk, digit)
                        .map(name -> texts.get("kiosks.queue.taken", digit, name))
                        .or(() -> user(handle, kiosk, digit).map(name -> texts.get("kiosks.queue.used", digit, name)));
    }

    private static Optional<String> other(Handle handle, KioskHealth kiosk, String digit) {
        return handle.createQuery("SELECT name FROM kiosk WHERE street = 1 AND site = ? AND id <> ?"
                        + " AND queue_digit = ? AND revoked_at IS NULL")
                .bind(0, kiosk.site())
                .bind(1, kiosk.id().value())
                .bind(2, Integer.parseInt(digit))
                .mapTo(String.class)
                .findFirst();
    }

    /// Who has given out numbers of this digit today: they may still wait.
    private Optional<String> user(Handle handle, KioskHealth kiosk, String digit) {
        return handle.createQuery("SELECT k.name FROM ticket t JOIN kiosk k ON k.street = 1 AND k.id = t.kiosk"
                        + " WHERE t.street = 1 AND t.day = ? AND t.number >= ? AND t.number < ?"
                        + " AND k.site = ? AND k.id <> ? LIMIT 1")
                .bind(0, times.today().toString())
                .bind(1, digit)
                .bind(2, Integer.toString(Integer.parseInt(digit) + 1))
                .bind(3, kiosk.site())
                .bind(4, kiosk.id().value())
                .mapTo(String.class)
                .findFirst();
    }
}
