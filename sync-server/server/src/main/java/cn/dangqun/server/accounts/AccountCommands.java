package cn.dangqun.server.accounts;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.AccountDesk.Newcomer;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Scope;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// `first-password` and `account` of the command line, also beside a server that runs. A password is printed once,
/// on the terminal of whoever asked, and kept nowhere. True when it was done.
public final class AccountCommands {
    private final Database database;
    private final AccountDesk desk;
    private final FirstAccounts first;
    private final PrintStream out;
    private final Actor actor;
    private final Texts texts = new Texts();

    /// `by`: the account of the machine, which stands for whoever sits at it.
    public AccountCommands(Database database, Clock clock, Passwords passwords, PrintStream out, String by) {
        this.database = database;
        this.desk = new AccountDesk(database, clock, passwords);
        this.first = new FirstAccounts(database, clock, passwords, texts);
        this.out = out;
        this.actor = new Actor(by, "-");
    }

    public boolean firstPassword() {
        var given = first.password(actor);
        given.ifPresentOrElse(this::show, () -> out.println(texts.get("accounts.command.noFirst")));
        return given.isPresent();
    }

    /// @throws IllegalArgumentException for a command or a role that there is not
    public boolean run(List<String> arguments) {
        return switch (arguments.getFirst() + " " + (arguments.size() - 1)) {
            case "list 0" -> list();
            case "add 3" -> add(arguments.get(1), arguments.get(2), arguments.get(3), Optional.empty());
            case "add 4" -> add(arguments.get(1), arguments.get(2), arguments.get(3), Optional.of(arguments.get(4)));
            case "disable 1" ->
                said(arguments.get(1), desk.disable(arguments.get(1), actor), "accounts.command.disabled");
            case "enable 1" -> said(arguments.get(1), desk.enable(arguments.get(1), actor), "accounts.command.enabled");
            case "recover 1" -> recover(arguments.get(1));
            default ->
                throw new IllegalArgumentException("account list | add LOGIN NAME ROLE [ORGANIZATION]"
                        + " | disable LOGIN | enable LOGIN | recover LOGIN; roles: " + Role.OFFERED);
        };
    }

    private boolean list() {
        database.read(AccountStore::all)
                .forEach(each -> out.println(String.join(
                        "\t",
                        each.login(),
                        each.displayName(),
                        each.role().name(),
                        each.scope().top().map(OrganizationId::value).orElse("-"),
                        each.disabled() ? "disabled" : each.mustChange() ? "must-change" : "active")));
        return true;
    }

    private boolean add(String login, String name, String role, Optional<String> organization) {
        if (organization.filter(id -> !isThere(id)).isPresent()) {
            out.println(texts.get("accounts.command.noOrganization", organization.get()));
            return false;
        }
        var scope = new Scope(organization.map(OrganizationId::new));
        var given = desk.addWithPassword(new Newcomer(login, name, role(role), scope), actor);
        given.ifPresentOrElse(this::show, () -> out.println(texts.get("accounts.command.taken", login)));
        return given.isPresent();
    }

    private static Role role(String name) {
        return Role.OFFERED.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("roles: " + Role.OFFERED));
    }

    private boolean isThere(String organization) {
        return database.read(handle -> handle.createQuery(
                                "SELECT count(*) FROM organization WHERE street = 1 AND id = :id AND parent IS NOT NULL")
                        .bind("id", organization)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    private boolean said(String login, AccountDesk.Result result, String done) {
        out.println(
                switch (result) {
                    case DONE -> texts.get(done, login);
                    case UNKNOWN, UNFIT -> texts.get("accounts.command.unknown", login);
                    case LAST_ADMINISTRATOR -> texts.get("accounts.one.lastAdministrator");
                });
        return result == AccountDesk.Result.DONE;
    }

    private boolean recover(String login) {
        var given = desk.recover(login, actor);
        given.ifPresentOrElse(this::show, () -> out.println(texts.get("accounts.command.unknown", login)));
        return given.isPresent();
    }

    private void show(NewLogin login) {
        out.println(texts.get("accounts.command.password", login.login(), login.password()));
    }
}
