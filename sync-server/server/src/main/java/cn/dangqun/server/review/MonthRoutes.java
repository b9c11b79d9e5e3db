package cn.dangqun.server.review;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Map;

/// 锁月: a month's figures, what is still open of it, and the lock.
public final class MonthRoutes implements Routes {
    static final String PATH = "/review/month";
    private static final int LONGEST_REASON = 200;

    private final Database database;
    private final Texts texts;
    private final Times times;
    private final MonthDesk desk;

    public MonthRoutes(Database database, StreetLedger street, Texts texts, Times times) {
        this.database = database;
        this.texts = texts;
        this.times = times;
        this.desk = new MonthDesk(database, street, times);
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.page(
                PATH,
                new Policy(Right.signedIn(), Subtree.filtered(), Trace.none("figures without names")),
                visit -> page(200, visit, ""));
        var right = Right.of(Permission.SETTLE_RECORDS);
        var ofOrganization = Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.form("organization")));
        entrance.action(
                "/review/month/lock",
                new Policy(right, ofOrganization, Trace.deed(Action.MONTH_LOCKED)),
                visit -> set(visit, true));
        entrance.action(
                "/review/month/opening",
                new Policy(right, ofOrganization, Trace.deed(Action.MONTH_OPENED)),
                visit -> set(visit, false));
    }

    private Reply page(int status, Visit visit, String problem) {
        var model = database.read(handle -> new MonthPage(texts, times).write(handle, visit, problem));
        return new Reply.Page(status, "review/month", texts.get("review.month.title"), Map.of("month", model));
    }

    private Reply set(Visit visit, boolean locked) {
        var reason = visit.form("reason").strip();
        var month = Asked.month(visit.form("month"));
        var organization = Asked.organization(visit.form("organization"));
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return page(422, visit, texts.get("review.month.reasonMissing", LONGEST_REASON));
        }
        if (month.isEmpty() || organization.isEmpty()) {
            return page(422, visit, texts.get("review.month.impossible"));
        }
        return switch (desk.set(month.get(), organization.get(), locked, reason, Actor.of(visit))) {
            case DONE -> new Reply.SeeOther(address(month.get(), organization.get()));
            case STANDS -> page(409, visit, texts.get("review.month.stands"));
            case OWN_LOCK -> page(422, visit, texts.get("review.month.ownLock"));
            case IMPOSSIBLE -> page(422, visit, texts.get("review.month.impossible"));
        };
    }

    static String address(YearMonth month, OrganizationId organization) {
        return PATH + "?month=" + month + "&organization="
                + URLEncoder.encode(organization.value(), StandardCharsets.UTF_8);
    }
}
