package cn.dangqun.server.reading;

import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Auditable;
import cn.dangqun.server.web.Readers;
import cn.dangqun.server.web.Viewer;
import cn.dangqun.server.web.Visit;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/// Who holds a token may read what it is good for, until the end of its last day. For any thread.
public final class TokenReaders implements Readers {
    /// No account is called so: logins have no colon.
    static final String LOGIN = "api:";

    private final Database database;
    private final Texts texts;
    private final Times times;
    private final Pace pace = new Pace();

    public TokenReaders(Database database, Texts texts, Times times) {
        this.database = database;
        this.texts = texts;
        this.times = times;
    }

    @Override
    public Optional<Viewer> find(String token) {
        return database.read(handle -> new TokenStore(handle).find(token))
                .filter(each -> each.isGoodOn(times.today()))
                .map(each -> new Viewer(
                        LOGIN + each.id(),
                        each.note(),
                        texts.get("reading.list.title"),
                        each.scope(),
                        each.data().stream().map(Dataset::permission).collect(Collectors.toUnmodifiableSet()),
                        false));
    }

    @Override
    public Optional<Duration> wait(Viewer reader, int cost) {
        return pace.take(reader.login(), cost, times.now());
    }

    /// The first of a day waits for its commit, the others look once and write nothing.
    @Override
    public void used(Visit visit, String route, Auditable action) {
        var id = visit.viewer().login().substring(LOGIN.length());
        var today = times.today();
        if (database.read(handle -> new TokenStore(handle).isUsed(id, today, route))) {
            return;
        }
        database.write((handle, changes) -> {
            boolean first = new TokenStore(handle).use(id, today, route);
            if (first) {
                Actor.of(visit).note(handle, times.now(), action, route);
            }
            return first;
        });
    }
}
