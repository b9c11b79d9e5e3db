package cn.dangqun.server.kiosks;

import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.services.CentreKiosks;
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
import java.util.List;
import java.util.Optional;

/// 窗口网页: at which address a kiosk serves its pages, and the certificate that the computers at the windows
/// have to trust.
public final class WindowPageRoutes implements Routes {
    private static final String AUTHORITY = "/window-authority";

    private final Database database;
    private final CentreKiosks centres;
    private final WindowCa ca;
    private final CarePage page;
    private final KioskReader kiosks = new KioskReader();
    private final Texts texts;
    private final Times times;

    public WindowPageRoutes(Database database, ReferenceLedger reference, WindowCa ca, Texts texts, Times times) {
        this.database = database;
        this.centres = new CentreKiosks(reference);
        this.ca = ca;
        this.page = new CarePage(database, ca, texts, times);
        this.texts = texts;
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        var right = Right.of(Permission.ENROL_KIOSKS);
        entrance.action(
                "/kiosks/:id/window",
                new Policy(
                        right,
                        Subtree.of((handle, visit) -> KioskOwner.of(handle, visit.param("id"))),
                        Trace.deed(Action.KIOSK_WINDOW_SET)),
                visit -> kiosks.find(database, visit.viewer().scope(), visit.param("id"))
                        .filter(kiosk -> !kiosk.revoked())
                        .map(kiosk -> set(visit, kiosk))
                        .orElseGet(Reply.NotFound::new));
        entrance.page(
                AUTHORITY,
                new Policy(right, Subtree.none(), Trace.none("a certificate that everybody may have")),
                _ -> new Reply.Download("dangqun-window.crt", "application/x-x509-ca-cert", ca.pem()));
    }

    private Reply set(Visit visit, KioskHealth kiosk) {
        var written = visit.form("address").strip();
        var address = WindowAddress.of(written);
        if (!written.isEmpty() && address.isEmpty()) {
            return page.show(422, visit, kiosk, List.of(texts.get("kiosks.window.wrong")));
        }
        return keep(visit, kiosk, address);
    }

    /// The kiosk hears of it with its next heartbeat.
    private Reply keep(Visit visit, KioskHealth kiosk, Optional<WindowAddress> address) {
        database.write((handle, changes) -> {
            changes.kiosk(kiosk.id());
            Actor.of(visit)
                    .note(
                            handle,
                            times.now(),
                            Action.KIOSK_WINDOW_SET,
                            kiosk.id().value());
            handle.execute(
                    "UPDATE kiosk SET window_address = ? WHERE street = 1 AND id = ?",
                    address.map(WindowAddress::text).orElse(null),
                    kiosk.id().value());
            centres.publish(handle, changes, kiosk.site());
            return kiosk;
        });
        return new Reply.SeeOther(CareRoutes.address(kiosk.id()));
    }
}
