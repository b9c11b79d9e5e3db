package cn.dangqun.server.accounts;

import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.vault.Vault;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Routes;
import java.time.Clock;
import java.util.List;

/// Everything about accounts: signing in, one's own account, links, and 账号 for those who keep them in order.
public final class AccountPages implements Routes {
    private final List<Routes> parts;

    public AccountPages(
            Database database,
            Clock clock,
            Passwords passwords,
            Sessions sessions,
            Vault vault,
            Texts texts,
            Times times) {
        var invitations = new Invitations(database, clock, passwords);
        var secondFactor = new SecondFactor(database, clock, vault.console());
        var signIns = new SignInDesk(database, clock, passwords, sessions, vault);
        var ownPasswords = new PasswordDesk(database, clock, passwords, sessions);
        var writer = new AccountsPage(texts, times, sessions, invitations);
        parts = List.of(
                new AccountRoutes(signIns, ownPasswords, texts),
                new InvitationRoutes(invitations, texts, times),
                new OwnAccountRoutes(database, signIns, secondFactor, ownPasswords, writer, texts),
                new AccountsRoutes(
                        database,
                        new AccountDesk(database, clock, passwords),
                        signIns,
                        secondFactor,
                        invitations,
                        writer,
                        texts));
    }

    @Override
    public void mount(Entrance entrance) {
        parts.forEach(each -> each.mount(entrance));
    }
}
