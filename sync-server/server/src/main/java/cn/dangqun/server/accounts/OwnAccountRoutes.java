package cn.dangqun.server.accounts;

import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.QrPicture;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// 我的账号: where one is signed in, and the second factor.
final class OwnAccountRoutes implements Routes {
    static final String PAGE = "/account";

    private final Database database;
    private final SignInDesk signIns;
    private final SecondFactor secondFactor;
    private final PasswordDesk passwords;
    private final AccountsPage writer;
    private final Texts texts;

    OwnAccountRoutes(
            Database database,
            SignInDesk signIns,
            SecondFactor secondFactor,
            PasswordDesk passwords,
            AccountsPage writer,
            Texts texts) {
        this.database = database;
        this.signIns = signIns;
        this.secondFactor = secondFactor;
        this.passwords = passwords;
        this.writer = writer;
        this.texts = texts;
    }

    @Override
    public void mount(Entrance entrance) {
        var right = Right.signedIn();
        entrance.page(
                PAGE,
                new Policy(right, Subtree.none(), Trace.none("one's own sessions")),
                visit -> page(200, visit, ""));
        entrance.action(
                "/account/sessions",
                new Policy(right, Subtree.none(), Trace.deed(Action.SESSIONS_ENDED)),
                this::endSession);
        entrance.page(
                "/account/second-factor",
                new Policy(right, Subtree.none(), Trace.none("one's own secret, not in use yet")),
                visit -> offer(200, visit, ""));
        entrance.action(
                "/account/second-factor",
                new Policy(right, Subtree.none(), Trace.deed(Action.SECOND_FACTOR_SET, Action.SECOND_FACTOR_FAILED)),
                this::confirm);
        entrance.action(
                "/account/second-factor/removal",
                new Policy(right, Subtree.none(), Trace.deed(Action.SECOND_FACTOR_REMOVED)),
                this::remove);
    }

    private Reply page(int status, Visit visit, String notice) {
        var login = visit.viewer().login();
        var model = database.read(handle -> new OwnAccountModel(
                login,
                SecondFactor.isSet(handle, login),
                SecondFactor.codesLeft(handle, login),
                writer.sessions(handle, login, visit.sessionToken().orElseThrow()),
                notice));
        return new Reply.Page(status, "accounts/own", texts.get("accounts.own.title"), Map.of("own", model));
    }

    private Reply endSession(Visit visit) {
        var wanted = Optional.of(visit.form("session")).filter(id -> !id.isEmpty());
        signIns.endSessions(visit.viewer().login(), wanted, Actor.of(visit));
        return new Reply.SeeOther(PAGE);
    }

    private Reply offer(int status, Visit visit, String notice) {
        return secondFactor
                .offer(visit.viewer().login(), texts.get("accounts.second.issuer"))
                .<Reply>map(offer -> new Reply.Page(
                        status,
                        "accounts/offer",
                        texts.get("accounts.offer.title"),
                        Map.of(
                                "picture", QrPicture.of(offer.address()),
                                "typed", offer.typed(),
                                "notice", notice)))
                .orElseGet(() -> new Reply.SeeOther(PAGE));
    }

    private Reply confirm(Visit visit) {
        return secondFactor
                .confirm(visit.form("figures").replaceAll("\\s", ""), Actor.of(visit))
                .map(this::codes)
                .orElseGet(() -> offer(422, visit, texts.get("accounts.second.wrong")));
    }

    /// Shown once.
    private Reply codes(List<String> codes) {
        return Reply.page("accounts/codes", texts.get("accounts.codes.title"), Map.of("codes", codes));
    }

    /// Whoever finds a browser open must not be able to take it away.
    private Reply remove(Visit visit) {
        var login = visit.viewer().login();
        return switch (passwords.check(login, visit.form("current"))) {
            case RIGHT -> {
                secondFactor.remove(login, Actor.of(visit));
                yield new Reply.SeeOther(PAGE);
            }
            case LATER -> page(429, visit, texts.get("accounts.password.later"));
            case WRONG -> page(422, visit, texts.get("accounts.password.wrongCurrent"));
        };
    }
}
