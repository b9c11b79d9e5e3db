package cn.dangqun.server.accounts;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.AccountDesk.Newcomer;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.vault.Hashes;
import cn.dangqun.server.vault.KnownBrowsers;
import cn.dangqun.server.web.Scope;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Links that work once and for a day: whoever has one makes an own account, or chooses a new password for the one
/// they have. Blocks for argon2 and for the commit; virtual threads only.
final class Invitations {
    static final Duration LIFE = Duration.ofHours(24);
    static final int LONGEST_NOTE = 40;

    private static final int SECRET_BYTES = 32;
    private static final int ID_LENGTH = 16;

    private final Database database;
    private final Clock clock;
    private final Passwords passwords;
    private final SecureRandom random = new SecureRandom();

    Invitations(Database database, Clock clock, Passwords passwords) {
        this.database = database;
        this.clock = clock;
        this.passwords = passwords;
    }

    /// What a link is good for. `login`: whose password is chosen; empty for a new account. `id` opens nothing.
    record Invitation(
            String id,
            Optional<String> login,
            Role role,
            Scope scope,
            String note,
            String invitedBy,
            Instant expires) {}

    /// What the invited person typed.
    record Wish(String login, String name, String password, String repeated) {
        @Override
        public String toString() {
            return "Wish";
        }
    }

    enum Result {
        DONE,
        /// Used, withdrawn, too old, or never given
        GONE,
        BAD_LOGIN,
        LOGIN_TAKEN,
        BAD_NAME,
        NOT_REPEATED,
        TOO_SHORT,
        COMMON,
        LIKE_LOGIN,
        BUSY
    }

    /// Returns the link's secret, which is kept nowhere else.
    ///
    /// @throws IllegalArgumentException if the role has no such scope
    String invite(Role role, Scope scope, String note, Actor actor) {
        if (!role.fits(scope)) {
            throw new IllegalArgumentException("no such account can be");
        }
        return give(Optional.empty(), role, scope, note, actor, Action.ACCOUNT_INVITED);
    }

    /// For somebody who forgot the password. Empty when there is no such account, or it is disabled.
    Optional<String> forPassword(String login, Actor actor) {
        return database.read(handle -> AccountStore.find(handle, login))
                .map(account -> give(
                        Optional.of(login),
                        account.role(),
                        account.scope(),
                        account.displayName(),
                        actor,
                        Action.PASSWORD_LINK_GIVEN));
    }

    private String give(Optional<String> login, Role role, Scope scope, String note, Actor actor, Action action) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var now = clock.instant();
        return database.write((handle, changes) -> {
            handle.execute("DELETE FROM invitation WHERE street = 1 AND expires_at <= ?", now.toEpochMilli());
            // the last link counts
            login.ifPresent(each -> handle.execute("DELETE FROM invitation WHERE street = 1 AND login = ?", each));
            handle.execute(
                    "INSERT INTO invitation (token_hash, login, role, scope, note, invited_by, expires_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    Hashes.sha256(token),
                    login.orElse(null),
                    role.name(),
                    scope.top().map(OrganizationId::value).orElse(null),
                    note,
                    actor.login(),
                    now.plus(LIFE).toEpochMilli());
            actor.note(handle, now, action, login.orElse(role.name()));
            return token;
        });
    }

    /// Those that still work, the oldest first.
    List<Invitation> open(Handle handle) {
        return handle.createQuery("""
                        SELECT token_hash, login, role, scope, note, invited_by, expires_at FROM invitation
                        WHERE street = 1 AND expires_at > :now ORDER BY expires_at, token_hash""")
                .bind("now", clock.millis())
                .map(Invitations::invitation)
                .list();
    }

    Optional<Invitation> find(String token) {
        return database.read(handle -> find(handle, token));
    }

    private Optional<Invitation> find(Handle handle, String token) {
        return handle.createQuery("""
                        SELECT token_hash, login, role, scope, note, invited_by, expires_at FROM invitation
                        WHERE street = 1 AND token_hash = :hash AND expires_at > :now""")
                .bind("hash", Hashes.sha256(token))
                .bind("now", clock.millis())
                .map(Invitations::invitation)
                .findOne();
    }

    boolean withdraw(String id, Actor actor) {
        return database.write((handle, changes) -> {
            var hash =
                    handle
                            .createQuery("SELECT token_hash FROM invitation WHERE street = 1")
                            .mapTo(String.class)
                            .stream()
                            .filter(each -> id.length() == ID_LENGTH && each.startsWith(id))
                            .findFirst();
            hash.ifPresent(each -> {
                handle.execute("DELETE FROM invitation WHERE street = 1 AND token_hash = ?", each);
                actor.note(handle, clock.instant(), Action.INVITATION_WITHDRAWN, id);
            });
            return hash.isPresent();
        });
    }

    /// Uses the link, which then is gone; whatever is refused leaves it as it was.
    Result accept(String token, Wish wish, String remote) {
        var invitation = find(token);
        if (invitation.isEmpty()) {
            return Result.GONE;
        }
        var login = invitation.get().login().orElseGet(() -> Account.normalised(wish.login));
        var fault = fault(invitation.get(), login, wish);
        if (fault.isPresent()) {
            return fault.get();
        }
        try {
            var verifier = passwords.verifier(wish.password);
            return database.write((handle, changes) -> accept(handle, changes, token, login, wish, verifier, remote));
        } catch (Passwords.BusyException busy) {
            return Result.BUSY;
        }
    }

    private static Optional<Result> fault(Invitation invitation, String login, Wish wish) {
        if (!Account.isLogin(login)) {
            return Optional.of(Result.BAD_LOGIN);
        }
        if (invitation.login().isEmpty() && !Newcomer.isName(wish.name)) {
            return Optional.of(Result.BAD_NAME);
        }
        if (!wish.password.equals(wish.repeated)) {
            return Optional.of(Result.NOT_REPEATED);
        }
        return PasswordRule.weakness(login, wish.password).map(weakness -> switch (weakness) {
            case TOO_SHORT -> Result.TOO_SHORT;
            case COMMON -> Result.COMMON;
            case LIKE_LOGIN -> Result.LIKE_LOGIN;
        });
    }

    private Result accept(
            Handle handle, ChangeLog changes, String token, String login, Wish wish, String verifier, String remote) {
        var invitation = find(handle, token);
        if (invitation.isEmpty()) {
            return Result.GONE;
        }
        var now = clock.instant();
        var actor = new Actor(login, remote);
        if (invitation.get().login().isPresent()) {
            AccountStore.changeVerifier(handle, changes, login, verifier, true);
            Sessions.endAll(handle, changes, login);
            KnownBrowsers.forget(handle, login);
            Lockout.clear(handle, Lockout.ofAccount(login));
            actor.note(handle, now, Action.PASSWORD_CHANGED, "");
        } else if (AccountStore.isTaken(handle, login)) {
            return Result.LOGIN_TAKEN;
        } else {
            var account = new Account(
                    login,
                    wish.name.strip(),
                    invitation.get().role(),
                    invitation.get().scope(),
                    verifier,
                    false);
            AccountStore.insert(handle, changes, account, now);
            actor.note(handle, now, Action.ACCOUNT_CREATED, login);
        }
        handle.execute("DELETE FROM invitation WHERE street = 1 AND token_hash = ?", Hashes.sha256(token));
        return Result.DONE;
    }

    private static Invitation invitation(ResultSet row, StatementContext ignored) throws SQLException {
        return new Invitation(
                row.getString("token_hash").substring(0, ID_LENGTH),
                Optional.ofNullable(row.getString("login")),
                Role.valueOf(row.getString("role")),
                new Scope(Optional.ofNullable(row.getString("scope")).map(OrganizationId::new)),
                row.getString("note"),
                row.getString("invited_by"),
                Instant.ofEpochMilli(row.getLong("expires_at")));
    }
}
