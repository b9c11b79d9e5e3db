package cn.dangqun.server.life;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.List;
import java.util.Map;

/// 改期: what organisations asked to move, and the street's answers. It is asked for on the page of the duty.
public final class RescheduleRoutes implements Routes {
    static final String LIST = "/moves";
    private static final int LONGEST = 200;

    private final Database database;
    private final RescheduleDesk desk;
    private final ReschedulePage page;
    private final Texts texts;

    public RescheduleRoutes(Database database, Texts texts, Times times) {
        this.database = database;
        this.desk = new RescheduleDesk(database, times, new FreshIds(times));
        this.page = new ReschedulePage(texts, times);
        this.texts = texts;
    }

    static String decision(OrganizationId organization, String id) {
        return LIST + "/" + organization + "/" + id;
    }

    @Override
    public void mount(Entrance entrance) {
        var ofOrganization = Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.param("organization")));
        entrance.page(
                LIST,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("days of organisations; names nobody")),
                visit -> list(200, visit, List.of()));
        entrance.action(
                LIST + "/:organization/:id",
                new Policy(
                        Right.of(Permission.SETTLE_RECORDS),
                        ofOrganization,
                        Trace.deed(Action.RESCHEDULE_GRANTED, Action.RESCHEDULE_REFUSED)),
                this::decide);
    }

    private Reply list(int status, Visit visit, List<String> problems) {
        var asked = ListQuestion.of(visit, "search", "state", ListQuestion.ORDER);
        var model = database.read(handle -> page.list(handle, asked, visit.viewer(), problems));
        return new Reply.Page(status, "life/moves", texts.get("life.move.title"), Map.of("moves", model));
    }

    private Reply decide(Visit visit) {
        var form = new Form(visit, texts, "life.move");
        var answer = form.text("answer", LONGEST);
        var grants = visit.form("decision");
        if (!grants.equals("grant") && !grants.equals("refuse")) {
            return new Reply.BadRequest();
        }
        if (!form.isGood()) {
            return list(422, visit, form.problems());
        }
        var outcome = desk.decide(
                new OrganizationId(visit.param("organization")),
                visit.param("id"),
                grants.equals("grant"),
                answer,
                Actor.of(visit));
        return switch (outcome) {
            case DONE -> new Reply.SeeOther(LIST);
            case STANDS -> list(409, visit, List.of(texts.get("life.move.stands")));
            case OWN -> list(422, visit, List.of(texts.get("life.move.own")));
            case TOO_LATE -> list(422, visit, List.of(texts.get("life.move.tooLate")));
            case NO_DAY -> list(422, visit, List.of(texts.get("life.move.noDay")));
            case GONE -> new Reply.NotFound();
        };
    }
}
