package cn.dangqun.server.accounts;

import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.accounts.Invitations.Invitation;
import cn.dangqun.server.accounts.Invitations.Wish;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.Map;

/// Where a link leads that an administrator gave: an own account, or an own password.
final class InvitationRoutes implements Routes {
    static final String PAGE = "/invitation";

    private final Invitations invitations;
    private final Texts texts;
    private final Times times;

    InvitationRoutes(Invitations invitations, Texts texts, Times times) {
        this.invitations = invitations;
        this.texts = texts;
        this.times = times;
    }

    static String address(String token) {
        return PAGE + "?t=" + token;
    }

    @Override
    public void mount(Entrance entrance) {
        entrance.page(
                PAGE,
                new Policy(Right.anybody(), Subtree.none(), Trace.none("an empty form")),
                visit -> form(200, visit.query("t").orElse(""), visit, ""));
        entrance.action(
                PAGE,
                new Policy(
                        Right.anybody(), Subtree.none(), Trace.deed(Action.ACCOUNT_CREATED, Action.PASSWORD_CHANGED)),
                this::accept);
    }

    private Reply form(int status, String token, Visit visit, String notice) {
        return invitations
                .find(token)
                .map(found -> page(status, token, visit, notice, found))
                .orElseGet(() -> gone(status == 200 ? 200 : 401));
    }

    private Reply page(int status, String token, Visit visit, String notice, Invitation invitation) {
        var login = invitation.login().orElseGet(() -> visit.form("username"));
        var model = new InvitationModel(
                token,
                invitation.login().isEmpty(),
                login,
                visit.form("name").isEmpty() ? invitation.note() : visit.form("name"),
                invitation.role().name(texts),
                times.when(invitation.expires()),
                notice);
        return new Reply.Page(
                status, "accounts/invitation", texts.get("accounts.invitation.title"), Map.of("invitation", model));
    }

    private Reply gone(int status) {
        return new Reply.Page(status, "accounts/invitationGone", texts.get("accounts.invitation.title"), Map.of());
    }

    private Reply accept(Visit visit) {
        var token = visit.form("token");
        var wish = new Wish(visit.form("username"), visit.form("name"), visit.form("wanted"), visit.form("repeated"));
        return switch (invitations.accept(token, wish, visit.remote())) {
            case DONE -> new Reply.SeeOther("/login?why=ready");
            case GONE -> gone(401);
            case BAD_LOGIN -> form(422, token, visit, texts.get("accounts.invitation.badLogin"));
            case LOGIN_TAKEN -> form(422, token, visit, texts.get("accounts.invitation.taken"));
            case BAD_NAME -> form(422, token, visit, texts.get("accounts.invitation.badName"));
            case NOT_REPEATED -> form(422, token, visit, texts.get("accounts.password.notRepeated"));
            case TOO_SHORT -> form(422, token, visit, texts.get("accounts.password.tooShort", PasswordRule.SHORTEST));
            case COMMON -> form(422, token, visit, texts.get("accounts.password.common"));
            case LIKE_LOGIN -> form(422, token, visit, texts.get("accounts.password.likeLogin"));
            case BUSY -> form(503, token, visit, texts.get("accounts.login.busy"));
        };
    }
}
