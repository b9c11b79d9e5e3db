package cn.dangqun.server.accounts;

import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Visit;
import java.util.Map;

/// 登录 and 退出.
public final class AccountRoutes implements Routes {
    private static final String HOME = "/";
    private static final String LOGIN = "/login";

    private final SignInDesk desk;
    private final Texts texts;

    public AccountRoutes(SignInDesk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.openPage(LOGIN, this::form);
        entrance.openAction(LOGIN, this::signIn);
        entrance.action("/logout", this::signOut);
    }

    private Reply form(Visit visit) {
        if (visit.signedIn().isPresent()) {
            return new Reply.SeeOther(HOME);
        }
        boolean expired = visit.query("why").filter("expired"::equals).isPresent();
        return form(200, "", expired ? texts.get("accounts.login.expired") : "", false);
    }

    private Reply signIn(Visit visit) {
        var login = visit.form("login");
        return switch (desk.signIn(login, visit.form("password"), visit.remote())) {
            case SignInResult.SignedIn in -> new Reply.SignedIn(in.sessionToken(), HOME);
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

    private Reply form(int status, String login, String notice, boolean urgent) {
        return new Reply.Page(
                status,
                "accounts/login",
                texts.get("accounts.login.title"),
                Map.of("login", login, "notice", notice, "urgent", urgent));
    }
}
