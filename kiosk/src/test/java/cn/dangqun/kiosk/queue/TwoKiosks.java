package cn.dangqun.kiosk.queue;

import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.devices.api.Announcement;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.queue.CentreKiosk;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.centre.PeerServer;
import cn.dangqun.kiosk.ledger.KeysOnDisk;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Two kiosks of one centre over real ledgers, and a line between them that does what a test says. Everything
/// happens on the thread of the test.
final class TwoKiosks implements AutoCloseable {
    final SteppedClock clock;
    final Side one;
    final Side two;
    final List<Announcement.Call> said = new ArrayList<>();
    private final ReferenceStore reference;
    private Side host;

    /// What happens to the next thing that is asked.
    Trouble trouble = _ -> What.NOTHING;
    boolean cut;

    /// What was asked and came too late to be answered: it may still be carried out.
    final List<Runnable> late = new ArrayList<>();

    interface Trouble {
        What next(Side asking);
    }

    enum What {
        NOTHING,
        LOST_BEFORE,
        LOST_AFTER,
        LATE,
        TWICE,
        HOST_KILLED_BEFORE,
        HOST_KILLED_AFTER,
        ASKER_KILLED_BEFORE,
        ASKER_KILLED_AFTER
    }

    /// The process that asked is gone; nobody there saw anything.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /// One kiosk. What it keeps in memory goes with [#restart].
    final class Side {
        final KioskId id;
        private final Ledger ledger;
        private final int digit;
        LedgerSharing sharing;
        LedgerQueueDesk own;
        HostDesk hosting;
        GuestLine line;
        CentreDesk desk;
        CentreBoard board;
        private int newest;
        private int run;

        Side(Path folder, String id, int digit) throws Exception {
            this.id = new KioskId(id);
            this.digit = digit;
            var file = Files.createDirectories(folder.resolve(id)).resolve("ledger.db");
            ledger = Ledger.open(file, clock, KeysOnDisk.beside(file), QueueFeature.projections());
            ledger.adopt(this.id).join();
            sharing = new LedgerSharing(ledger, clock, ZONE);
            restart();
        }

        void restart() {
            run++;
            newest++;
            own = new LedgerQueueDesk(
                    ledger,
                    reference,
                    clock,
                    new LedgerQueueDesk.Site(ZONE, OptionalInt.empty(), () -> Optional.of(id), KeptNumbers.NONE),
                    said::add);
            hosting = new HostDesk(own, sharing, () -> Centre.of(reference, Optional.of(id)), ledger::now);
            line = new GuestLine(sharing, peer -> connect(this, peer), Runnable::run, ledger::now, _ -> {});
            desk = new CentreDesk(own, sharing, line, Runnable::run);
            board = new CentreBoard(
                    new LedgerQueueBoard(ledger, reference, ZONE),
                    sharing,
                    line,
                    hosting,
                    () -> Centre.of(reference, Optional.of(id)));
        }

        void beat() {
            line.beat(Centre.of(reference, Optional.of(id)));
        }

        List<Ticket> owned() {
            try {
                return sharing.queue().tickets();
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }

    TwoKiosks(Path folder, SteppedClock clock) throws Exception {
        this.clock = clock;
        reference = MadeUpStreet.store(folder, clock, QueueStreet.items());
        one = new Side(folder, "kiosk-1", 1);
        two = new Side(folder, "kiosk-2", 2);
        host = one;
        host(one);
    }

    Side host() {
        return host;
    }

    /// An administrator chooses who keeps the queue.
    void host(Side chosen) {
        host = chosen;
        var kiosks = List.of(kiosk(one), kiosk(two));
        reference
                .apply(
                        MadeUpStreet.pageOf(
                                reference.applied(),
                                false,
                                List.of(ReferenceChange.put(
                                        reference.applied() + 1,
                                        new ReferenceItem.SiteQueue(QueueStreet.PLAN.among(kiosks))))),
                        "")
                .join();
    }

    private CentreKiosk kiosk(Side side) {
        return new CentreKiosk(side.id.value(), OptionalInt.of(side.digit), "192.168.1." + side.digit, side == host);
    }

    Side guest() {
        return other(host);
    }

    Side other(Side side) {
        return side == one ? two : one;
    }

    private GuestLine.Line connect(Side from, CentreKiosk peer) throws IOException {
        var to = other(from);
        assertEquals(to.id.value(), peer.id());
        if (cut) {
            throw new IOException("cut");
        }
        int mark = ++to.newest;
        int run = to.run;
        var session = new PeerServer.Session() {
            @Override
            public KioskId peer() {
                return from.id;
            }

            @Override
            public boolean stands() {
                return to.newest == mark && to.run == run;
            }
        };
        return new GuestLine.Line() {
            @Override
            public byte[] ask(byte[] question, Duration patience) throws IOException {
                return carry(from, to, session, question);
            }

            @Override
            public void close() {}
        };
    }

    private byte[] carry(Side from, Side to, PeerServer.Session session, byte[] question) throws IOException {
        if (cut || !session.stands()) {
            throw new IOException("no line");
        }
        var what = trouble.next(from);
        switch (what) {
            case LOST_BEFORE -> throw new IOException("lost before it was heard");
            case ASKER_KILLED_BEFORE -> throw new Killed();
            case HOST_KILLED_BEFORE -> {
                to.restart();
                throw new IOException("killed before it was heard");
            }
            case LATE -> {
                late.add(() -> answerLate(to, session, question));
                throw new IOException("not at once");
            }
            case TWICE -> to.hosting.answer(session, question);
            case NOTHING, LOST_AFTER, HOST_KILLED_AFTER, ASKER_KILLED_AFTER -> {}
        }
        var answer = to.hosting.answer(session, question);
        switch (what) {
            case LOST_AFTER -> throw new IOException("the answer is lost");
            case ASKER_KILLED_AFTER -> throw new Killed();
            case HOST_KILLED_AFTER -> {
                to.restart();
                throw new IOException("killed before it could answer");
            }
            case NOTHING, TWICE, LATE, LOST_BEFORE, ASKER_KILLED_BEFORE, HOST_KILLED_BEFORE -> {}
        }
        return answer;
    }

    private static void answerLate(Side to, PeerServer.Session session, byte[] question) {
        try {
            to.hosting.answer(session, question);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        one.ledger.close();
        two.ledger.close();
        reference.close();
    }
}
