package cn.dangqun.server.accounts;

import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.accounts.SignInDesk.From;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.Map;

/// 登录, 退出 and 修改密码.
final class AccountRoutes implements Routes {
    private static final String HOME = "/";
    private static final String LOGIN = "/login";
    private static final String SECOND = "/login/second";
    private static final String PASSWORD = "/password";

    private final SignInDesk desk;
    private final PasswordDesk passwordDesk;
    private final Texts texts;

    AccountRoutes(SignInDesk desk, PasswordDesk passwordDesk, Texts texts) {
        this.desk = desk;
        this.passwordDesk = passwordDesk;
        this.texts = texts;
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.page(LOGIN, new Policy(Right.anybody(), Subtree.none(), Trace.none("an empty form")), this::form);
        entrance.action(
                LOGIN,
                new Policy(
                        Right.anybody(),
                        Subtree.none(),
                        Trace.deed(
                                Action.SIGNED_IN,
                                Action.SIGN_IN_FAILED,
                                Action.SIGN_IN_LOCKED,
                                Action.SIGN_INS_TURNED_AWAY)),
                this::signIn);
        entrance.action(
                SECOND,
                new Policy(
                        Right.anybody(),
                        Subtree.none(),
                        Trace.deed(
                                Action.SIGNED_IN,
                                Action.SECOND_FACTOR_FAILED,
                                Action.RECOVERY_CODE_USED,
                                Action.SIGN_IN_LOCKED)),
                this::second);
        entrance.action(
                "/logout",
                new Policy(Right.ownAccount(), Subtree.none(), Trace.deed(Action.SIGNED_OUT)),
                this::signOut);
        entrance.page(
                PASSWORD,
                new Policy(Right.ownAccount(), Subtree.none(), Trace.none("an empty form")),
                visit -> passwordForm(200, visit, "", false));
        entrance.action(
                PASSWORD,
                new Policy(Right.ownAccount(), Subtree.none(), Trace.deed(Action.PASSWORD_CHANGED)),
                this::changePassword);
    }

    private Reply form(Visit visit) {
        if (visit.signedIn().isPresent()) {
            return new Reply.SeeOther(HOME);
        }
        var notice = switch (visit.query("why").orElse("")) {
            case "expired" -> texts.get("accounts.login.expired");
            case "ready" -> texts.get("accounts.login.ready");
            default -> "";
        };
        return form(200, "", notice, false);
    }

    private Reply signIn(Visit visit) {
        var login = visit.form("username");
        return answer(desk.signIn(login, visit.form("password"), from(visit)), login, "");
    }

    private Reply second(Visit visit) {
        var token = visit.form("token");
        return answer(desk.second(token, visit.form("figures"), from(visit)), "", token);
    }

    private static From from(Visit visit) {
        return new From(visit.remote(), visit.browser());
    }

    private Reply answer(SignInResult result, String login, String token) {
        return switch (result) {
            case SignInResult.SignedIn in -> new Reply.SignedIn(in.sessionToken(), in.browser(), HOME);
            case SignInResult.SecondStep step -> secondForm(200, step.token(), "");
            case SignInResult.WrongFigures _ -> secondForm(401, token, texts.get("accounts.second.wrong"));
            case SignInResult.TooLate _ -> form(401, login, texts.get("accounts.second.tooLate"), true);
            case SignInResult.Refused _ -> form(401, login, texts.get("accounts.login.refused"), true);
            case SignInResult.Locked locked ->
                form(
                        429,
                        login,
                        texts.get("accounts.login.locked", locked.remaining().toMinutes() + 1),
                        true);
            case SignInResult.Busy _ -> form(503, login, texts.get("accounts.login.busy"), true);
        };
    }

    private Reply signOut(Visit visit) {
        desk.signOut(visit.viewer().login(), visit.sessionToken().orElseThrow(), visit.remote());
        return new Reply.SignedOut(LOGIN);
    }

    private Reply changePassword(Visit visit) {
        var wish = new PasswordDesk.Wish(visit.form("current"), visit.form("wanted"), visit.form("repeated"));
        return switch (passwordDesk.change(
                visit.viewer().login(), visit.sessionToken().orElseThrow(), wish, visit.remote())) {
            case CHANGED ->
                visit.viewer().confined()
                        ? new Reply.SeeOther(HOME)
                        : passwordForm(200, visit, texts.get("accounts.password.changed"), false);
            case WRONG_CURRENT -> passwordForm(422, visit, texts.get("accounts.password.wrongCurrent"), true);
            case TOO_SHORT ->
                passwordForm(422, visit, texts.get("accounts.password.tooShort", PasswordRule.SHORTEST), true);
            case COMMON -> passwordForm(422, visit, texts.get("accounts.password.common"), true);
            case LIKE_LOGIN -> passwordForm(422, visit, texts.get("accounts.password.likeLogin"), true);
            case NOT_REPEATED -> passwordForm(422, visit, texts.get("accounts.password.notRepeated"), true);
            case SAME_AS_BEFORE -> passwordForm(422, visit, texts.get("accounts.password.sameAsBefore"), true);
            case LATER -> passwordForm(429, visit, texts.get("accounts.password.later"), true);
        };
    }

    private Reply passwordForm(int status, Visit visit, String notice, boolean urgent) {
        return new Reply.Page(
                status,
                "accounts/password",
                texts.get("accounts.password.title"),
                Map.of(
                        "notice",
                        notice,
                        "urgent",
                        urgent,
                        "first",
                        visit.viewer().confined()));
    }

    private Reply form(int status, String login, String notice, boolean urgent) {
        return new Reply.Page(
                status,
                "accounts/login",
                texts.get("accounts.login.title"),
                Map.of("login", login, "notice", notice, "urgent", urgent));
    }

    private Reply secondForm(int status, String token, String notice) {
        return new Reply.Page(
                status,
                "accounts/second",
                texts.get("accounts.second.title"),
                Map.of("token", token, "notice", notice));
    }
}
