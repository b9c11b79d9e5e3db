package cn.dangqun.server.accounts;

import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Changes;
import cn.dangqun.server.db.CommitListener;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.vault.SessionTokens;
import cn.dangqun.server.web.Gate;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Sessions kept on the server; the browser holds only a random secret, the database only its hash. A session ends
/// when idle, at an absolute age, at sign-out, and when its account is disabled; a live page that stands open when the
/// session idles goes on to the absolute age.
public final class Sessions implements Gate, CommitListener {
    private static final Duration NOTE_SEEN_EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final SessionTokens tokens;
    private final Clock clock;
    private final Texts texts;
    private final Limits limits;
    private final HeldViewers held = new HeldViewers();

    public Sessions(Database database, SessionTokens tokens, Clock clock, Texts texts, Limits limits) {
        this.database = database;
        this.tokens = tokens;
        this.clock = clock;
        this.texts = texts;
        this.limits = limits;
    }

    /// How long a session lives without a request, and at most.
    public record Limits(Duration idle, Duration absolute) {
        public static final Limits WORKING_DAY = new Limits(Duration.ofMinutes(30), Duration.ofHours(12));
    }

    @Override
    public Optional<Viewer> enter(String sessionToken) {
        var now = clock.instant();
        return database.read(handle -> {
            var session = tokens.find(handle, sessionToken, livingAt(now));
            session.filter(found -> found.seen().isBefore(now.minus(NOTE_SEEN_EVERY)))
                    .ifPresent(ignored -> noteSeen(sessionToken, now));
            return session.flatMap(found -> AccountStore.find(handle, found.login()))
                    .map(account -> viewer(handle, account));
        });
    }

    @Override
    public Optional<Viewer> look(String sessionToken) {
        var now = clock.instant();
        return held.of(new Page(SessionTokens.id(sessionToken), true), now, () -> read(sessionToken, livingAt(now)));
    }

    @Override
    public Optional<Viewer> watch(String sessionToken) {
        var now = clock.instant();
        return held.of(new Page(SessionTokens.id(sessionToken), false), now, () -> read(sessionToken, youngAt(now)));
    }

    private record Page(String session, boolean fullNames) {}

    private Optional<Viewer> read(String sessionToken, SessionTokens.Living living) {
        return database.read(handle -> tokens.find(handle, sessionToken, living)
                .flatMap(found -> AccountStore.find(handle, found.login()))
                .map(account -> viewer(handle, account)));
    }

    /// Before anybody who wakes open pages is told of a commit.
    @Override
    public void committed(Changes changes) {
        held.committed(changes);
    }

    private SessionTokens.Living youngAt(Instant now) {
        return new SessionTokens.Living(now.minus(limits.absolute), now.minus(limits.absolute));
    }

    private SessionTokens.Living livingAt(Instant now) {
        return new SessionTokens.Living(now.minus(limits.absolute), now.minus(limits.idle));
    }

    /// Starts a session and returns its secret, which is kept nowhere else.
    String start(Handle handle, Account account, String remote, Instant now) {
        tokens.endAllBut(handle, youngAt(now));
        return tokens.draw(handle, account.login(), remote, now);
    }

    List<SessionTokens.Open> of(Handle handle, String login) {
        return tokens.of(handle, login, livingAt(clock.instant()));
    }

    static int endAll(Handle handle, ChangeLog changes, String login) {
        changes.note(Topic.Street.ACCOUNTS);
        return SessionTokens.endAll(handle, login);
    }

    static boolean endOne(Handle handle, ChangeLog changes, String login, String id) {
        changes.note(Topic.Street.ACCOUNTS);
        return SessionTokens.endOne(handle, login, id);
    }

    void end(Handle handle, ChangeLog changes, String sessionToken) {
        changes.note(Topic.Street.ACCOUNTS);
        tokens.end(handle, sessionToken);
    }

    void endOthers(Handle handle, ChangeLog changes, String login, String sessionToken) {
        changes.note(Topic.Street.ACCOUNTS);
        tokens.endOthers(handle, login, sessionToken);
    }

    /// Not waited for: losing one note of activity costs a minute of idle time at most.
    private void noteSeen(String sessionToken, Instant now) {
        database.writer().offer((handle, changes) -> tokens.noteSeen(handle, sessionToken, now));
    }

    private Viewer viewer(Handle handle, Account account) {
        return new Viewer(
                account.login(),
                account.displayName(),
                account.role().name(texts),
                account.scope(),
                permissions(handle, account),
                account.mustChange());
    }

    /// The first administrator does everything until there is a second account (RULES §2).
    private static Set<Permission> permissions(Handle handle, Account account) {
        var own = account.role().permissions();
        return account.role() == Role.STREET_ADMIN && AccountStore.isAlone(handle, account.login())
                ? Stream.concat(own.stream(), Role.STREET_REVIEWER.permissions().stream())
                        .collect(Collectors.toUnmodifiableSet())
                : own;
    }
}
