package cn.dangqun.server.start;

import cn.dangqun.server.db.Database;
import cn.dangqun.server.kiosks.StreetIdentity;
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
import cn.dangqun.server.web.Viewer;
import cn.dangqun.server.web.Visit;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The first steps of an administrator on an empty server, and the front door: it leads there while something is
/// missing and nobody said 以后再说, and to today's activities otherwise.
public final class StartRoutes implements Routes {
    private static final String START = "/start";
    private static final String BOARD = "/activities";
    private static final Right BEGINS = Right.of(Permission.MANAGE_ACCOUNTS);

    private final Database database;
    private final Texts texts;
    private final Times times;
    private final StreetIdentity identity;
    private final boolean demo;

    /// `demo`: a made-up street is complete, whatever is missing in it.
    public StartRoutes(Database database, Texts texts, Times times, StreetIdentity identity, boolean demo) {
        this.database = database;
        this.texts = texts;
        this.times = times;
        this.identity = identity;
        this.demo = demo;
    }

    @Override
    public void mount(Entrance entrance) {
        var nobody = Trace.none("counts of what there is, nobody's name");
        entrance.page(
                "/",
                new Policy(Right.signedIn(), Subtree.none(), Trace.none("leads on")),
                visit -> new Reply.SeeOther(isLed(visit.viewer()) ? START : BOARD));
        entrance.page(START, new Policy(BEGINS, Subtree.street(), nobody), this::show);
        entrance.page(
                START + "/authority",
                new Policy(BEGINS, Subtree.street(), Trace.none("a certificate, which is public")),
                visit -> new Reply.Download(
                        "dangqun-street-ca.crt", "application/x-x509-ca-cert", identity.authority()));
        entrance.action(
                START + "/later",
                new Policy(BEGINS, Subtree.street(), Trace.none("where one's own front door leads")),
                this::putOff);
    }

    private boolean isLed(Viewer viewer) {
        return !demo
                && BEGINS.isOf(viewer)
                && viewer.scope().top().isEmpty()
                && database.read(handle -> !isPutOff(handle, viewer.login())
                        && !MovingIn.of(handle, times.now()).isDone());
    }

    private static boolean isPutOff(Handle handle, String login) {
        return handle.createQuery("SELECT 1 FROM start_put_off WHERE street = 1 AND login = ?")
                .bind(0, login)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private Reply show(Visit visit) {
        var model = new StartPage(texts).write(database.read(handle -> MovingIn.of(handle, times.now())));
        var fingerprint =
                identity.console().map(StreetIdentity.ForConsole::fingerprint).orElse("");
        return Reply.page(
                "start/start", texts.get("start.page.title"), Map.of("start", model, "fingerprint", fingerprint));
    }

    private Reply putOff(Visit visit) {
        database.write((handle, changes) -> handle.execute(
                "INSERT INTO start_put_off (login, at) VALUES (?, ?) ON CONFLICT (street, login) DO NOTHING",
                visit.viewer().login(),
                times.now().toEpochMilli()));
        return new Reply.SeeOther(BOARD);
    }
}
