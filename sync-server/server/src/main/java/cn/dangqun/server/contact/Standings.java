package cn.dangqun.server.contact;

import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.domain.request.RequestState;
import cn.dangqun.server.contact.ContactReader.Request;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the kiosks how requests stand, so that a receipt is good at any of them; ninety days after a request
/// was closed they forget it. Nothing of who asked is told, and of whoever answers the name only. Blocks.
public final class Standings implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Standings.class);
    private static final int AT_ONCE = 100;
    private static final int LONGEST_NAME = 64;

    private static final long TELL_SECONDS = 5;

    private final ScheduledExecutorService telling;
    private final Database database;
    private final ReferenceLedger reference;
    private final Clock clock;

    /// With a thread of its own.
    public Standings(Database database, ReferenceLedger reference, Clock clock) {
        this(
                database,
                reference,
                clock,
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("standings").factory()));
    }

    /// `telling` is closed with it.
    public Standings(Database database, ReferenceLedger reference, Clock clock, ScheduledExecutorService telling) {
        this.telling = telling;
        this.database = database;
        this.reference = reference;
        this.clock = clock;
    }

    /// From now on, within seconds of every change.
    public void begin() {
        var _ = telling.scheduleWithFixedDelay(this::tell, 1, TELL_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        telling.close();
    }

    /// What changed since it was told last, in slices. What fails now is told the next time.
    public void tell() {
        try {
            while (slice() == AT_ONCE) {
                log.debug("more is told of requests");
            }
        } catch (RuntimeException e) {
            log.error("Kiosks could not be told how requests stand", e);
        }
    }

    private int slice() {
        var untold = database.read(handle -> handle.createQuery(
                        "SELECT request FROM request_untold WHERE street = 1 ORDER BY request LIMIT " + AT_ONCE)
                .mapTo(String.class)
                .list());
        if (!untold.isEmpty()) {
            database.write((handle, changes) -> {
                var items = new ArrayList<ReferenceItem>();
                var names = new Answerers(handle);
                for (var id : untold) {
                    new ContactReader(handle)
                            .find(id)
                            .filter(each -> each.kind() != RequestKind.VISIT && !isOver(each.state()))
                            .map(each -> standing(handle, names, each))
                            .ifPresent(each -> items.add(new ReferenceItem.StandingItem(each)));
                    handle.execute("DELETE FROM request_untold WHERE street = 1 AND request = ?", id);
                }
                return reference.publish(handle, changes, items);
            });
        }
        return untold.size();
    }

    private boolean isOver(RequestState state) {
        return state.closed()
                .filter(each -> each.isBefore(clock.instant().minus(RequestOblivion.KEPT)))
                .isPresent();
    }

    private static RequestStanding standing(Handle handle, Answerers names, Request request) {
        var state = request.state();
        var through = handle.createQuery("SELECT max(at) FROM request_step WHERE street = 1 AND request = ?")
                .bind(0, request.id())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli)
                .filter(request.filedAt()::isBefore)
                .orElse(request.filedAt());
        return new RequestStanding(
                request.id(),
                request.kind(),
                request.organization(),
                request.service(),
                request.day(),
                new RequestState(
                        state.stage(),
                        named(state.answers(), names),
                        state.offered().map(each -> named(each, names)),
                        state.due(),
                        state.closed(),
                        state.reopened(),
                        state.escalated()),
                names.name(state.answers()),
                request.stars().isPresent(),
                through);
    }

    /// A login is nobody's business at a kiosk.
    private static Answerer named(Answerer answerer, Answerers names) {
        if (answerer.isStaff()) {
            return answerer;
        }
        var name = names.name(answerer);
        return Answerer.account(name.substring(0, Math.min(LONGEST_NAME, name.length())));
    }

    /// Once a day: what was closed so long ago leaves the kiosks. Returns how many did.
    public int retire() {
        List<RequestStanding> over =
                database.read(handle -> reference.items(handle, ReferenceKind.REQUEST_STANDING)).stream()
                        .map(each -> ((ReferenceItem.StandingItem) each).standing())
                        .filter(each -> isOver(each.state()))
                        .toList();
        over.forEach(each -> reference.remove(ReferenceKind.REQUEST_STANDING, each.request()));
        return over.size();
    }
}
