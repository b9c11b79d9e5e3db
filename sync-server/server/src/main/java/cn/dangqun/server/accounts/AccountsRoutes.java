package cn.dangqun.server.accounts;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.AccountsPage.Wanted;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// 账号: who may use the console, and what; for those who keep that in order for the whole street.
final class AccountsRoutes implements Routes {
    static final String PAGE = "/accounts";

    private static final String ONE = "/accounts/:login";
    private static final Right RIGHT = Right.of(Permission.MANAGE_ACCOUNTS);
    private static final Subtree OF_ACCOUNT = Subtree.of((handle, visit) ->
            AccountStore.isTaken(handle, visit.param("login")) ? new Owner.Street() : new Owner.Nobody());

    private final Database database;
    private final AccountDesk desk;
    private final SignInDesk signIns;
    private final SecondFactor secondFactor;
    private final Invitations invitations;
    private final AccountsPage writer;
    private final Texts texts;

    AccountsRoutes(
            Database database,
            AccountDesk desk,
            SignInDesk signIns,
            SecondFactor secondFactor,
            Invitations invitations,
            AccountsPage writer,
            Texts texts) {
        this.database = database;
        this.desk = desk;
        this.signIns = signIns;
        this.secondFactor = secondFactor;
        this.invitations = invitations;
        this.writer = writer;
        this.texts = texts;
    }

    static String address(String login) {
        return PAGE + "/" + login;
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.menu(PAGE, "accounts.list.menu");
        var looks = Trace.none("those who work with the console, and what they may");
        entrance.page(PAGE, new Policy(RIGHT, Subtree.street(), looks), visit -> list(200, visit, Wanted.NOTHING));
        entrance.action(
                "/accounts/invitations",
                new Policy(RIGHT, Subtree.street(), Trace.deed(Action.ACCOUNT_INVITED)),
                this::invite);
        entrance.action(
                "/accounts/invitations/withdrawal",
                new Policy(RIGHT, Subtree.street(), Trace.deed(Action.INVITATION_WITHDRAWN)),
                this::withdraw);
        entrance.page(ONE, new Policy(RIGHT, OF_ACCOUNT, looks), visit -> one(200, visit, ""));
        action(entrance, "/role", Action.ACCOUNT_ROLE_CHANGED, this::place);
        action(
                entrance,
                "/disabling",
                Action.ACCOUNT_DISABLED,
                visit -> said(visit, desk.disable(login(visit), Actor.of(visit))));
        action(
                entrance,
                "/enabling",
                Action.ACCOUNT_ENABLED,
                visit -> said(visit, desk.enable(login(visit), Actor.of(visit))));
        action(entrance, "/link", Action.PASSWORD_LINK_GIVEN, this::link);
        action(entrance, "/sessions", Action.SESSIONS_ENDED, this::endSessions);
        action(entrance, "/second-factor", Action.SECOND_FACTOR_REMOVED, this::removeSecondFactor);
    }

    private static void action(Entrance entrance, String what, Action action, Function<Visit, Reply> answer) {
        entrance.action(ONE + what, new Policy(RIGHT, OF_ACCOUNT, Trace.deed(action)), answer);
    }

    private static String login(Visit visit) {
        return visit.param("login");
    }

    private Reply list(int status, Visit visit, Wanted wanted) {
        var model = database.read(handle -> writer.list(handle, AccountQuestion.of(visit), wanted));
        return new Reply.Page(status, "accounts/accounts", texts.get("accounts.list.title"), Map.of("accounts", model));
    }

    private Reply one(int status, Visit visit, String notice) {
        return database.read(handle -> AccountStore.row(handle, login(visit))
                        .map(account ->
                                writer.one(handle, account, visit.sessionToken().orElseThrow(), notice)))
                .<Reply>map(model -> new Reply.Page(
                        status, "accounts/account", texts.get("accounts.one.title"), Map.of("account", model)))
                .orElseGet(Reply.NotFound::new);
    }

    private Reply invite(Visit visit) {
        var role = role(visit);
        var scope = scope(visit);
        var note = visit.form("note").strip();
        var wanted = new Wanted(note, role, visit.form("scope"), "");
        if (role.isEmpty() || scope.isEmpty() || note.isEmpty() || note.length() > Invitations.LONGEST_NOTE) {
            return list(422, visit, new Wanted(note, role, wanted.scope(), texts.get("accounts.invite.incomplete")));
        }
        if (!role.get().fits(scope.get())) {
            return list(422, visit, new Wanted(note, role, wanted.scope(), unfit(role.get())));
        }
        return linkPage(invitations.invite(role.get(), scope.get(), note, Actor.of(visit)), note);
    }

    private String unfit(Role role) {
        return role.fits(Scope.wholeStreet())
                ? texts.get("accounts.invite.needsStreet", role.name(texts))
                : texts.get("accounts.invite.needsPart", role.name(texts));
    }

    /// Shown once: whoever reloads the page sees the list.
    private Reply linkPage(String token, String who) {
        return Reply.page(
                "accounts/link",
                texts.get("accounts.link.title"),
                Map.of("address", InvitationRoutes.address(token), "who", who));
    }

    private Reply withdraw(Visit visit) {
        return invitations.withdraw(visit.form("id"), Actor.of(visit))
                ? new Reply.SeeOther(PAGE)
                : new Reply.NotFound();
    }

    private Reply place(Visit visit) {
        var role = role(visit);
        var scope = scope(visit);
        return role.isEmpty() || scope.isEmpty()
                ? new Reply.BadRequest()
                : said(visit, desk.place(login(visit), role.get(), scope.get(), Actor.of(visit)), role.get());
    }

    private Reply said(Visit visit, AccountDesk.Result result) {
        return said(visit, result, Role.STREET_ADMIN);
    }

    private Reply said(Visit visit, AccountDesk.Result result, Role role) {
        return switch (result) {
            case DONE -> new Reply.SeeOther(address(login(visit)));
            case UNKNOWN -> new Reply.NotFound();
            case LAST_ADMINISTRATOR -> one(422, visit, texts.get("accounts.one.lastAdministrator"));
            case UNFIT -> one(422, visit, unfit(role));
        };
    }

    private Reply link(Visit visit) {
        return invitations
                .forPassword(login(visit), Actor.of(visit))
                .map(token -> linkPage(token, login(visit)))
                .orElseGet(() -> one(422, visit, texts.get("accounts.one.disabledFirst")));
    }

    private Reply endSessions(Visit visit) {
        signIns.endSessions(
                login(visit), Optional.of(visit.form("session")).filter(id -> !id.isEmpty()), Actor.of(visit));
        return new Reply.SeeOther(address(login(visit)));
    }

    private Reply removeSecondFactor(Visit visit) {
        secondFactor.remove(login(visit), Actor.of(visit));
        return new Reply.SeeOther(address(login(visit)));
    }

    private static Optional<Role> role(Visit visit) {
        return Role.OFFERED.stream()
                .filter(each -> each.name().equals(visit.form("role")))
                .findFirst();
    }

    /// Empty for an organisation that the street does not have.
    private Optional<Scope> scope(Visit visit) {
        var id = visit.form("scope");
        if (id.isEmpty()) {
            return Optional.of(Scope.wholeStreet());
        }
        return database.read(handle -> handle.createQuery(
                                "SELECT id FROM organization WHERE street = 1 AND id = :id AND parent IS NOT NULL")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne())
                .map(found -> new Scope(Optional.of(new OrganizationId(found))));
    }
}
