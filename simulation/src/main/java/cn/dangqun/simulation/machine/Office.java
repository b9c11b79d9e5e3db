package cn.dangqun.simulation.machine;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.attendance.AttendanceRoutes;
import cn.dangqun.server.contact.ContactRoutes;
import cn.dangqun.server.kiosks.ForkRoutes;
import cn.dangqun.server.meeting.SessionRoutes;
import cn.dangqun.server.plan.PlanRoutes;
import cn.dangqun.server.queue.QueueRoutes;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.review.InboxRoutes;
import cn.dangqun.server.review.MonthRoutes;
import cn.dangqun.server.review.ReviewRoutes;
import cn.dangqun.server.roster.RosterRoutes;
import cn.dangqun.server.services.AppointmentRoutes;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Caller;
import cn.dangqun.server.web.DataRule;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.LiveView;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.SharedViews;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.UploadRule;
import cn.dangqun.server.web.Viewer;
import cn.dangqun.server.web.Views;
import cn.dangqun.server.web.Visit;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// The street's console as people use it: its pages and forms, admitted as their policies say. What stands between a
/// browser and these (HTTP, cookies, tokens of forms) is not here.
public final class Office {
    /// Somebody who may do everything that a street does.
    public static final Viewer REVIEWER = reviewer("reviewer");
    /// Another one: nobody opens a month that they have locked.
    public static final Viewer COLLEAGUE = reviewer("colleague");

    private static final Texts TEXTS = new Texts();
    private static final Views VIEWS = new Views(TEXTS);

    private final StreetServer server;
    private final Map<String, Hung> pages = new HashMap<>();
    private final Map<String, Hung> actions = new HashMap<>();

    private record Hung(Policy policy, Function<Visit, Reply> answer) {}

    Office(StreetServer server, Clock clock) {
        this.server = server;
        var database = server.database();
        var times = new Times(clock, StreetMachine.ZONE, TEXTS);
        var roster = new StreetRoster();
        var entrance = new Door();
        List.<Routes>of(
                        new AttendanceRoutes(database, roster, VIEWS, times, new SharedViews()),
                        new SessionRoutes(database, roster, VIEWS, times, new SharedViews()),
                        new PlanRoutes(database, server.reference(), roster, TEXTS, times, StreetMachine.ZONE),
                        new RosterRoutes(database, server.reference(), server::cardKeyer, TEXTS, times),
                        new MonthRoutes(database, server.ledger().street(), TEXTS, times),
                        new ReviewRoutes(database, server.ledger().street(), VIEWS, times, new SharedViews()),
                        new InboxRoutes(database, server.ledger().street(), server.reference(), roster, TEXTS, times),
                        new QueueRoutes(database, VIEWS, times, new SharedViews()),
                        new ContactRoutes(database, server.ledger().street(), TEXTS, times),
                        new AppointmentRoutes(database, server.reference(), TEXTS, times),
                        new ForkRoutes(database, TEXTS, times))
                .forEach(each -> each.mount(entrance));
    }

    private static Viewer reviewer(String login) {
        return viewer(
                login,
                Scope.wholeStreet(),
                Permission.SEE_FULL_NAMES,
                Permission.KEEP_ROSTER,
                Permission.KEEP_ORGANIZATIONS,
                Permission.PLAN_ACTIVITIES,
                Permission.ENROL_KIOSKS,
                Permission.SETTLE_RECORDS);
    }

    public static Viewer viewer(String login, Scope scope, Permission... permissions) {
        return new Viewer(login, login, login, scope, Set.of(permissions), false);
    }

    /// A page as `who` sees it; empty where they see none.
    public Optional<Reply.Page> page(Viewer who, String route, Map<String, String> params, Map<String, String> query) {
        return ask(pages.get(route), visit(who, route, params, query, Map.of()))
                .flatMap(reply -> reply instanceof Reply.Page page ? Optional.of(page) : Optional.empty());
    }

    /// The part of a page that is its own, as a browser would show it.
    public String rendered(String template, Reply.Page page) {
        return VIEWS.fill(template, page.model());
    }

    /// Whether a form of a page was taken.
    public boolean press(Viewer who, String route, Map<String, String> params, Map<String, String> form) {
        return ask(actions.get(route), visit(who, route, params, Map.of(), form))
                .filter(Reply.SeeOther.class::isInstance)
                .isPresent();
    }

    private static Visit visit(
            Viewer who, String route, Map<String, String> params, Map<String, String> query, Map<String, String> form) {
        return new Visit(
                route,
                params,
                query,
                form,
                Optional.empty(),
                new Caller("10.0.0.99", true, Optional.empty()),
                Optional.of(who),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private Optional<Reply> ask(@Nullable Hung hung, Visit visit) {
        if (hung == null) {
            throw new IllegalStateException("nothing hangs at " + visit);
        }
        if (!hung.policy.right().isOf(visit.viewer()) || !isInside(hung.policy.subtree(), visit)) {
            return Optional.empty();
        }
        return Optional.of(hung.answer.apply(visit));
    }

    private boolean isInside(Subtree subtree, Visit visit) {
        return switch (subtree) {
            case Subtree.None() -> true;
            case Subtree.Filtered() -> true;
            case Subtree.Named(var finder) ->
                server.database().read(handle -> visit.viewer().scope().holds(handle, finder.owner(handle, visit)));
        };
    }

    /// Somebody who sees only what is below there, and no names.
    public static Viewer stranger(OrganizationId top) {
        return viewer("stranger", new Scope(Optional.of(top)));
    }

    private final class Door implements Entrance {
        @Override
        public void page(String path, Policy policy, Function<Visit, Reply> answer) {
            pages.put(path, new Hung(policy, answer));
        }

        @Override
        public void action(String path, Policy policy, Function<Visit, Reply> answer) {
            actions.put(path, new Hung(policy, answer));
        }

        @Override
        public void upload(String path, Policy policy, UploadRule rule, Function<Visit, Reply> answer) {
            // nobody brings a file
        }

        @Override
        public void live(String path, Policy policy, LiveView view) {
            // the same page, pushed
        }

        @Override
        public void data(String path, Policy policy, DataRule rule, Function<Visit, Reply> answer) {
            // no other system asks
        }

        @Override
        public void menu(String path, String textKey, ToIntFunction<Viewer> waiting) {
            // pages are opened by their address
        }

        @Override
        public void menuPart(String path, String part) {
            // pages are opened by their address
        }
    }
}
