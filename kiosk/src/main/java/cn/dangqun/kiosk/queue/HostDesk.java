package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.kiosk.centre.PeerServer;
import cn.dangqun.kiosk.queue.LedgerSharing.Leaving;
import cn.dangqun.protocol.TicketSnapshots;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.protocol.wire.CentreAnswer;
import cn.dangqun.protocol.wire.CentreAsk;
import cn.dangqun.protocol.wire.TicketHandedOver;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers the other kiosks of the centre, through the desk that this kiosk's own screen and pages use. Any kiosk takes
/// over what is handed on to it; only the host gives out numbers, shows its queue and lets others call.
final class HostDesk implements PeerServer.Answering {
    private static final Logger log = LoggerFactory.getLogger(HostDesk.class);

    /// Who asks at all asks more often
    static final Duration SILENT = Duration.ofSeconds(5);

    private final LedgerQueueDesk desk;
    private final LedgerSharing sharing;
    private final Supplier<Optional<Centre>> centre;
    private final Supplier<Instant> now;
    private final Map<KioskId, Instant> heard = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong(System.nanoTime() >>> 1);
    private volatile LocalDate shown = LocalDate.MIN;

    HostDesk(LedgerQueueDesk desk, LedgerSharing sharing, Supplier<Optional<Centre>> centre, Supplier<Instant> now) {
        this.desk = desk;
        this.sharing = sharing;
        this.centre = centre;
        this.now = now;
        desk.onChange(version::incrementAndGet);
    }

    /// When each of the others asked last, since this program began.
    Map<KioskId, Instant> heard() {
        return Map.copyOf(heard);
    }

    /// How many of the others asked in this moment.
    int present() {
        var since = now.get().minus(SILENT);
        return (int) heard.values().stream().filter(last -> last.isAfter(since)).count();
    }

    /// Whoever shows the queue looks again.
    void changed() {
        desk.changed();
    }

    @Override
    public byte[] answer(PeerServer.Session session, byte[] question) throws IOException {
        try {
            var ask = CentreAsk.parseFrom(question);
            heard.put(session.peer(), now.get());
            return answer(session, ask).build().toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw e;
        } catch (UnreadableException | IllegalArgumentException | DateTimeException | SQLException e) {
            throw new IOException("a question that cannot be answered", e);
        }
    }

    private CentreAnswer.Builder answer(PeerServer.Session session, CentreAsk ask)
            throws UnreadableException, SQLException {
        if (ask.getAskCase() == CentreAsk.AskCase.BRING) {
            return bring(session.peer(), ask.getBring());
        }
        if (centre.get().filter(Centre::isHost).isEmpty()) {
            return CentreAnswer.newBuilder().setDenied(CentreAnswer.Denied.getDefaultInstance());
        }
        return switch (ask.getAskCase()) {
            case HERE -> here(session, ask.getHere());
            case TAKE ->
                CentreWords.encode(desk.take(asked(session, ask.getTake())).join());
            case HANDED_OVER -> handedOver(ask.getHandedOver());
            case LOOK -> look(ask.getLook().getVersion());
            case ACT -> CentreWords.encode(act(session, ask.getAct()));
            case BRING, ASK_NOT_SET -> CentreAnswer.newBuilder().setDenied(CentreAnswer.Denied.getDefaultInstance());
        };
    }

    private CentreAnswer.Builder here(PeerServer.Session session, CentreAsk.Here here) {
        var fetched = here.getFetchedList().stream().map(TicketId::new).collect(Collectors.toSet());
        var lapsed = sharing.lapse(session.peer(), LocalDate.parse(here.getDay()), fetched, session::stands);
        lapsed.filter(count -> count > 0).ifPresent(count -> {
            log.info("{} numbers that {} never showed to anybody have lapsed", count, session.peer());
            desk.changed();
        });
        return saved(lapsed.isPresent());
    }

    private static LedgerQueueDesk.Asked asked(PeerServer.Session session, CentreAsk.Take take) {
        return new LedgerQueueDesk.Asked(
                new TicketId(take.getTicket()),
                new ServiceId(take.getService()),
                take.getPriority(),
                Optional.of(session.peer()),
                session::stands);
    }

    private CentreAnswer.Builder handedOver(TicketHandedOver said) {
        var staff = Optional.of(said.getStaff()).filter(who -> !who.isEmpty());
        var ticket = new TicketId(said.getTicket());
        return saved(!sharing.owns(ticket)
                || desk.handedOver(ticket, Handover.valueOf(said.getHow().name()), staff)
                        .join());
    }

    private CentreAnswer.Builder bring(KioskId from, CentreAsk.Bring bring) throws UnreadableException {
        List<Leaving> leaving = new ArrayList<>();
        for (var each : bring.getTicketsList()) {
            leaving.add(new Leaving(TicketSnapshots.decode(each.getTicket()), each.getHop()));
        }
        boolean saved = sharing.bring(from, leaving);
        desk.changed();
        return saved(saved);
    }

    private static CentreAnswer.Builder saved(boolean saved) {
        return saved
                ? CentreAnswer.newBuilder().setDone(CentreAnswer.Done.getDefaultInstance())
                : CentreAnswer.newBuilder().setNotSaved(CentreAnswer.NotSaved.getDefaultInstance());
    }

    /// The version is read first: what changes meanwhile is told once more.
    private CentreAnswer.Builder look(long known) throws SQLException {
        var today = sharing.today();
        if (!today.equals(shown)) {
            shown = today;
            version.incrementAndGet();
        }
        long current = version.get();
        return current == known
                ? CentreAnswer.newBuilder().setUnchanged(CentreAnswer.Unchanged.getDefaultInstance())
                : CentreAnswer.newBuilder().setQueue(CentreWords.encode(sharing.queue(), current, today.toString()));
    }

    private CallOutcome act(PeerServer.Session session, CentreAsk.Act act) throws UnreadableException {
        if (!session.stands()) {
            return new CallOutcome.NotSaved();
        }
        int window = act.getWindow();
        var staff = act.getStaff();
        var future = switch (act.getWishCase()) {
            case NEXT -> desk.next(window, current -> CentreWords.mark(current).equals(act.getMark()), staff);
            case CALL_NEXT -> desk.callNext(window, staff);
            case TAKE_BACK -> desk.takeBack(window, new TicketId(act.getTakeBack()), staff);
            case ACT ->
                desk.act(
                        window,
                        new TicketId(act.getAct().getTicket()),
                        TicketSnapshots.act(act.getAct()),
                        ticket -> CentreWords.mark(Optional.of(ticket)).equals(act.getMark()),
                        staff);
            case WISH_NOT_SET ->
                throw new UnreadableException(UnreadableException.Fault.UNKNOWN_KIND, "a wish of an unknown kind");
        };
        return future.join();
    }
}
