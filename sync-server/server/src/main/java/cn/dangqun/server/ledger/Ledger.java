package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.protocol.wire.Hello;
import cn.dangqun.protocol.wire.Push;
import cn.dangqun.protocol.wire.Quarantined;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.DatabaseWriter;
import cn.dangqun.server.db.Topic;
import cn.dangqun.store.SealedBytes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The street's copy of every kiosk's facts. Never merges what does not fit: it refuses and remembers (DESIGN §4).
public final class Ledger {
    /// Most records of one push.
    public static final int MAX_RECORDS = 4096;

    private static final Logger log = LoggerFactory.getLogger(Ledger.class);
    private static final int MOST_WAITING = DatabaseWriter.ADMITTED;

    private static final long MOST_WAITING_BYTES = 16L * 1024 * 1024;

    private final Database database;
    private final Clock clock;
    private final Intake intake;
    private final StreetLedger street;
    private final Turnstile turnstile = new Turnstile(MOST_WAITING, MOST_WAITING_BYTES);

    /// One that keeps guests' cards open.
    public Ledger(Database database, Clock clock, List<Projection> projections) {
        this(database, clock, projections, GuestSeal.NONE);
    }

    public Ledger(Database database, Clock clock, List<Projection> projections, GuestSeal guests) {
        this.database = database;
        this.clock = clock;
        this.intake = new Intake(projections, guests);
        this.street = new StreetLedger(clock, intake, new SecureRandom());
    }

    /// Where the street's own facts are written.
    public StreetLedger street() {
        return street;
    }

    /// Where pushes and attachments wait until there is room for them, before they are offered.
    public Turnstile turnstile() {
        return turnstile;
    }

    /// Never blocks. The future completes after the commit is durable, on the writer's thread; empty when the writer
    /// cannot take more now. Pushes are applied in the order of the calls.
    public Optional<CompletableFuture<AppendResult>> append(KioskId kiosk, Epoch epoch, Push push) {
        if (push.getFirstSeq() < 1
                || push.getFirstSeq() > Long.MAX_VALUE - MAX_RECORDS
                || push.getRecordsCount() == 0
                || push.getRecordsCount() > MAX_RECORDS
                || push.getFirstPreviousHash().size() != FactChain.HASH_BYTES) {
            return Optional.of(CompletableFuture.completedFuture(
                    new AppendResult.Refused(Refusal.Reason.MALFORMED, "a push that cannot be")));
        }
        return database.writer().offerAdmitted(new Append(kiosk, epoch, push, intake, clock.millis()));
    }

    /// Keeps what a fact names. Never blocks. The future completes with its name after the commit is durable; empty
    /// when the writer cannot take more now.
    public Optional<CompletableFuture<SealedId>> attach(KioskId kiosk, SealedBytes bytes) {
        var now = clock.millis();
        return database.writer().offerAdmitted((handle, changes) -> {
            new AttachmentStore(handle).keep(bytes, kiosk, now);
            return new SealedId(bytes.id());
        });
    }

    /// Whether the kiosk may go on with the ledger it says hello with. Blocks.
    public EpochState judge(KioskId kiosk, Epoch epoch, Hello hello) {
        var state = new EpochDoor(database, clock).judge(kiosk, epoch, hello);
        switch (state) {
            case EpochState.Continues(var acked, var _) -> notedHealing(kiosk, epoch, acked + 1, Healing.told(hello));
            case EpochState.Gapped(var from, var _) -> notedHealing(kiosk, epoch, from, Healing.told(hello));
            case EpochState.Forked _, EpochState.Closed _ -> {}
        }
        return state;
    }

    private void notedHealing(KioskId kiosk, Epoch epoch, long from, long through) {
        if (through >= from) {
            log.info(
                    "{} sends {} records again, of which it was told that the street has them",
                    kiosk,
                    through - from + 1);
            var now = clock.millis();
            database.writer().offer((handle, changes) -> {
                new Healing(handle).note(kiosk, epoch, from, through, now);
                return through;
            });
        }
    }

    /// A kiosk's ledger is not the one the street holds: an old image or a cloned disk. `seq` is the first record of
    /// which they are not known to agree. Never blocks.
    public void notedFork(KioskId kiosk, Epoch epoch, long seq) {
        var now = clock.millis();
        database.writer().offer((handle, changes) -> {
            new LedgerStore(handle).conflict(new FactId(kiosk, epoch, seq), Refusal.Reason.CHAIN_FORKED, 0, now);
            changes.kiosk(kiosk);
            changes.note(Topic.Street.SET_ASIDE);
            return seq;
        });
    }

    /// Records of a kiosk are missing that nobody has any more. Never blocks.
    public void notedGap(KioskId kiosk, Epoch epoch, EpochState.Gapped gap) {
        var now = clock.millis();
        database.writer().offer((handle, changes) -> {
            new LedgerStore(handle)
                    .conflict(
                            new FactId(kiosk, epoch, gap.from()),
                            Refusal.Reason.GAP,
                            gap.through() - gap.from() + 1,
                            now);
            changes.kiosk(kiosk);
            changes.note(Topic.Street.SET_ASIDE);
            return gap;
        });
    }

    /// Up to which record of this chain the newest checked copy of the database goes; 0 when there is none. Blocks.
    public long backedUp(KioskId kiosk, Epoch epoch) {
        return database.read(handle -> new LedgerStore(handle).backedUp(kiosk, epoch));
    }

    /// After the server was renewed: derives everything again if projections have another form than an older server
    /// left them in, or if it can read by now what that one parked because it could not, or failed over. Call it
    /// before anybody may read or push. Blocks.
    public void bringUpToDate() {
        boolean renewed =
                database.read(handle -> !new LedgerStore(handle).forms().equals(forms()));
        if (renewed || isReadableByNow() || passesByNow()) {
            log.info("Deriving everything from the facts again, as this version of the program reads them");
            rebuild();
        }
    }

    private boolean isReadableByNow() {
        return database.read(handle ->
                intake.store(handle).parked(Quarantined.Reason.UNKNOWN_KIND, Quarantined.Reason.UNREADABLE).stream()
                        .anyMatch(Ledger::isReadable));
    }

    private boolean passesByNow() {
        return database.write((handle, changes) -> {
            var store = intake.store(handle);
            return store.parked(Quarantined.Reason.FAILED).stream()
                    .anyMatch(fact -> intake.wouldPass(store, fact, changes));
        });
    }

    private Map<String, Integer> forms() {
        return intake.projections().stream().collect(Collectors.toMap(Projection::name, Projection::form));
    }

    private static boolean isReadable(LedgerStore.Stored fact) {
        try {
            FactCodec.decode(fact.kiosk(), fact.epoch(), fact.record().toByteArray());
            return true;
        } catch (UnreadableException e) {
            return false;
        }
    }

    /// Empties every projection and derives it again from the facts, in one transaction; kinds an older server could
    /// not read leave the quarantine. Blocks, and holds up all writing meanwhile.
    public void rebuild() {
        database.write((handle, changes) -> {
            intake.store(handle).sealGuests();
            street.deriveAgain(handle, changes);
            new LedgerStore(handle).note(forms());
            return 0;
        });
    }
}
