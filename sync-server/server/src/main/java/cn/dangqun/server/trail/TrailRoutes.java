package cn.dangqun.server.trail;

import cn.dangqun.server.db.Database;
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
import java.time.ZoneId;
import java.util.Map;

/// 操作记录: who did what on the console and who unlocked which kiosk, for those who check it.
public final class TrailRoutes implements Routes {
    static final String PAGE = "/trail";

    private final Database database;
    private final Texts texts;
    private final TrailPage writer;
    private final ZoneId zone;

    public TrailRoutes(Database database, Texts texts, Times times, ZoneId zone) {
        this.database = database;
        this.texts = texts;
        this.writer = new TrailPage(texts, times);
        this.zone = zone;
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.menu(PAGE, "trail.page.menu");
        entrance.page(
                PAGE,
                new Policy(
                        Right.of(Permission.READ_AUDIT),
                        Subtree.filtered(),
                        Trace.none("ids only; a look at the record changes nothing and shows nobody's name in full")),
                this::show);
    }

    private Reply show(Visit visit) {
        var model = database.read(
                handle -> writer.write(TrailReader.of(handle, visit.viewer().scope(), zone), Question.of(visit)));
        return Reply.page("trail/trail", texts.get("trail.page.title"), Map.of("trail", model));
    }
}
