package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.queue.ActRefusal;
import cn.dangqun.domain.queue.CentreKiosk;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.Queue;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.kiosk.centre.PeerLine;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.protocol.wire.CentreAnswer;
import cn.dangqun.protocol.wire.CentreAnswer.AnswerCase;
import cn.dangqun.protocol.wire.CentreAsk;
import cn.dangqun.protocol.wire.TicketHandedOver;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The line of this kiosk to the host of the centre's queue (docs/decisions/0046). One thing is asked after another, on
/// `worker`; after any failure the line is opened anew, so that no late answer is taken for another's. May be called
/// from any thread.
final class GuestLine {
    /// After this a person who takes a number hears from this kiosk alone.
    static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(GuestLine.class);
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final LedgerSharing sharing;
    private final Lines lines;
    private final Executor worker;
    private final Supplier<Instant> now;
    private final Consumer<Shared> heard;
    private final SecureRandom random = new SecureRandom();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<Shared> shared = Optional.empty();
    // on the worker only
    private @Nullable Line line;
    private KioskId host = new KioskId("nobody");
    private long version;
    private final Deliveries deliveries;
    private final Deque<TicketHandedOver> unsaid = new ArrayDeque<>();

    /// The other end of a connection. An answer that fails or is late ends it.
    interface Line extends AutoCloseable {
        byte[] ask(byte[] question, Duration patience) throws IOException;

        @Override
        void close();
    }

    /// Opens a connection, having proved who is there.
    interface Lines {
        Line to(CentreKiosk peer) throws IOException;
    }

    /// What is known of the host's queue: as it is now while `up`, otherwise as it was at `since`.
    record Shared(boolean up, Instant since, LocalDate day, Queue queue) {}

    /// `heard` is told of every queue that the host shows.
    GuestLine(LedgerSharing sharing, Lines lines, Executor worker, Supplier<Instant> now, Consumer<Shared> heard) {
        this.sharing = sharing;
        this.deliveries = new Deliveries(sharing);
        this.lines = lines;
        this.worker = worker;
        this.now = now;
        this.heard = heard;
    }

    static Line of(PeerLine line) {
        return new Line() {
            @Override
            public byte[] ask(byte[] question, Duration patience) throws IOException {
                return line.ask(question, patience);
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }

    Optional<Shared> shared() {
        return shared;
    }

    boolean isUp() {
        return shared.filter(Shared::up).isPresent();
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Keeps the line, brings what is to be brought, and looks. On the worker, every moment.
    void beat(Optional<Centre> centre) {
        try {
            if (centre.isEmpty() || centre.get().isHost()) {
                leave();
            } else {
                keep(centre.get());
            }
            centre.ifPresent(this::deliverElsewhere);
        } catch (IOException | UnreadableException | SQLException | IllegalArgumentException e) {
            log.debug("The host of the queue does not answer: {}", e.toString());
            drop();
        }
    }

    private void keep(Centre centre) throws IOException, UnreadableException, SQLException {
        var to = new KioskId(centre.host().id());
        if (line != null && !to.equals(host)) {
            drop();
        }
        host = to;
        if (line == null) {
            line = lines.to(centre.host());
            version = 0;
            say(CentreAsk.newBuilder()
                    .setHere(CentreAsk.Here.newBuilder()
                            .setDay(sharing.today().toString())
                            .addAllFetched(sharing.fetched().stream()
                                    .map(TicketId::hex)
                                    .toList())));
            deliveries.deliver(line, host);
        }
        while (!unsaid.isEmpty()) {
            say(CentreAsk.newBuilder().setHandedOver(unsaid.peek()));
            unsaid.remove();
        }
        while (sharing.ownsAny()) {
            if (sharing.handOn(host).isEmpty()) {
                throw new IOException("the disk does not take what is handed on");
            }
            deliveries.deliver(line, host);
        }
        look();
    }

    /// What was handed on to a former host may be on its way only to that one.
    private void deliverElsewhere(Centre centre) {
        try {
            for (var receiver : sharing.receivers()) {
                var peer = centre.peer(receiver);
                boolean isServed = line != null && receiver.equals(host);
                if (peer.isPresent() && !isServed && deliveries.isDue(receiver)) {
                    try (var there = lines.to(peer.get())) {
                        deliveries.deliver(there, receiver);
                    }
                }
            }
        } catch (IOException | SQLException | UnreadableException e) {
            log.debug("What was handed on waits: {}", e.toString());
        }
    }

    private void look() throws IOException, UnreadableException {
        var to = line;
        if (to == null) {
            return;
        }
        var answer = ask(
                to, CentreAsk.newBuilder().setLook(CentreAsk.Look.newBuilder().setVersion(version)), PATIENCE);
        switch (answer.getAnswerCase()) {
            case QUEUE -> {
                var queue = answer.getQueue();
                version = queue.getVersion();
                publish(new Shared(true, now.get(), LocalDate.parse(queue.getDay()), CentreWords.queue(queue)));
            }
            case UNCHANGED -> {}
            default -> throw new IOException("the host does not show its queue: " + answer.getAnswerCase());
        }
    }

    /// After something is certain already: what happens to the line now takes nothing back.
    private void lookSoon() {
        try {
            look();
        } catch (IOException | UnreadableException | IllegalArgumentException e) {
            log.debug("The host of the queue does not answer: {}", e.toString());
            drop();
        }
    }

    private void publish(Shared next) {
        if (next.up() != isUp()) {
            log.info(next.up() ? "One queue with {}" : "The line to {} is cut: a queue of our own", host);
        }
        if (next.up()) {
            heard.accept(next);
        }
        shared = Optional.of(next);
        listeners.forEach(Runnable::run);
    }

    private void leave() {
        drop();
        if (shared.isPresent()) {
            shared = Optional.empty();
            listeners.forEach(Runnable::run);
        }
    }

    private void drop() {
        if (line != null) {
            line.close();
            line = null;
        }
        shared.filter(Shared::up).ifPresent(last -> publish(new Shared(false, now.get(), last.day(), last.queue())));
    }

    private void say(CentreAsk.Builder something) throws IOException {
        var to = line;
        if (to == null) {
            throw new IOException("no line");
        }
        saved(ask(to, something, PATIENCE));
    }

    static void saved(CentreAnswer answer) throws IOException {
        if (answer.getAnswerCase() != AnswerCase.DONE) {
            throw new IOException("the host answers " + answer.getAnswerCase());
        }
    }

    static CentreAnswer ask(Line to, CentreAsk.Builder question, Duration patience) throws IOException {
        return CentreAnswer.parseFrom(to.ask(question.build().toByteArray(), patience));
    }

    /// A number of the host's, on this kiosk's disk before anybody hears of it. Empty when the host did not answer at
    /// once: then this kiosk gives its own, and the host ends what it may have reserved when it hears of us.
    CompletableFuture<Optional<TakeOutcome>> take(ServiceId service, boolean priority) {
        if (!isUp()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        long until = System.nanoTime() + AT_ONCE.toNanos();
        return inTurn(AT_ONCE, Optional.empty(), () -> take(service, priority, until));
    }

    private Optional<TakeOutcome> take(ServiceId service, boolean priority, long until) {
        var to = line;
        var left = Duration.ofNanos(until - System.nanoTime());
        if (to == null || !left.isPositive()) {
            return Optional.empty();
        }
        try {
            var question = CentreAsk.Take.newBuilder()
                    .setTicket(TicketId.draw(random).hex())
                    .setService(service.value())
                    .setPriority(priority);
            var outcome = CentreWords.taken(ask(to, CentreAsk.newBuilder().setTake(question), left));
            if (outcome.isPresent()
                    && outcome.get() instanceof TakeOutcome.Taken(var slip)
                    && !sharing.fetched(slip.ticket(), host)) {
                drop();
                return Optional.of(new TakeOutcome.NotSaved());
            }
            lookSoon();
            return outcome;
        } catch (IOException | UnreadableException | IllegalArgumentException e) {
            log.info("The host of the queue did not answer at once: {}", e.toString());
            drop();
            return Optional.empty();
        }
    }

    /// Said as soon as there is a line.
    void handedOver(TicketId ticket, Handover how, Optional<String> staff) {
        worker.execute(() -> unsaid.add(TicketHandedOver.newBuilder()
                .setTicket(ticket.hex())
                .setHow(TicketHandedOver.How.valueOf(how.name()))
                .setStaff(staff.orElse(""))
                .build()));
    }

    /// What staff want of the host; asked once, never again by itself.
    CompletableFuture<CallOutcome> act(CentreAsk.Act wish) {
        var silent = new CallOutcome.Refused(ActRefusal.HOST_SILENT);
        return inTurn(PATIENCE, silent, () -> {
            var to = line;
            if (to == null) {
                return silent;
            }
            try {
                var outcome = CentreWords.called(ask(to, CentreAsk.newBuilder().setAct(wish), PATIENCE));
                lookSoon();
                return outcome;
            } catch (IOException | UnreadableException | IllegalArgumentException e) {
                log.info("The host of the queue did not answer: {}", e.toString());
                drop();
                return silent;
            }
        });
    }

    /// What has not begun within `patience` is not begun at all.
    private <T> CompletableFuture<T> inTurn(Duration patience, T otherwise, Supplier<T> work) {
        var answer = new CompletableFuture<T>();
        var claimed = new AtomicBoolean();
        worker.execute(() -> {
            if (!claimed.getAndSet(true)) {
                answer.complete(guarded(work, otherwise));
            }
        });
        CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (!claimed.getAndSet(true)) {
                        answer.complete(otherwise);
                    }
                });
        return answer;
    }

    /// Whatever breaks, whoever waits gets an answer.
    private <T> T guarded(Supplier<T> work, T otherwise) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            log.error("The line to the host of the queue broke", e);
            drop();
            return otherwise;
        }
    }
}
