package cn.dangqun.server;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.accounts.AccountCommands;
import cn.dangqun.server.accounts.AccountDesk;
import cn.dangqun.server.accounts.FirstAccounts;
import cn.dangqun.server.accounts.Passwords;
import cn.dangqun.server.attendance.AttendanceProjection;
import cn.dangqun.server.attendance.RollKeeper;
import cn.dangqun.server.attendance.StreetCountReader;
import cn.dangqun.server.backup.RestoreDesk;
import cn.dangqun.server.books.BooksProjection;
import cn.dangqun.server.cards.CardMasters;
import cn.dangqun.server.cards.CardRotation;
import cn.dangqun.server.cards.CardSecrets;
import cn.dangqun.server.cards.CardsAtKiosks;
import cn.dangqun.server.contact.RequestProjection;
import cn.dangqun.server.contact.Standings;
import cn.dangqun.server.content.ContentShelf;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.fees.FeeProjection;
import cn.dangqun.server.intake.IntakeDesk;
import cn.dangqun.server.intake.IntakeFiles;
import cn.dangqun.server.kiosks.Enrolment;
import cn.dangqun.server.kiosks.EnrolmentCodes;
import cn.dangqun.server.kiosks.KioskRegistry;
import cn.dangqun.server.kiosks.LedgerKeys;
import cn.dangqun.server.kiosks.StreetCa;
import cn.dangqun.server.kiosks.StreetIdentity;
import cn.dangqun.server.kiosks.UnlockProjection;
import cn.dangqun.server.kiosks.WindowCa;
import cn.dangqun.server.kiosks.WindowCertificates;
import cn.dangqun.server.ledger.CheckedCopy;
import cn.dangqun.server.ledger.GuestSeal;
import cn.dangqun.server.ledger.Ledger;
import cn.dangqun.server.ledger.Projection;
import cn.dangqun.server.ledger.SettledProjection;
import cn.dangqun.server.meeting.SessionProjection;
import cn.dangqun.server.plan.BegunAtKiosks;
import cn.dangqun.server.queue.QueueProjection;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.reports.ReportProjection;
import cn.dangqun.server.review.ReturnAnswers;
import cn.dangqun.server.review.ReviewProjection;
import cn.dangqun.server.services.AppointmentProjection;
import cn.dangqun.server.services.CentreKiosks;
import cn.dangqun.server.staff.PinsAtKiosks;
import cn.dangqun.server.study.StudyProjection;
import cn.dangqun.server.sync.SyncServer;
import cn.dangqun.server.sync.SyncServices;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.upkeep.DatabaseWatch;
import cn.dangqun.server.vault.Vault;
import cn.dangqun.server.web.Console;
import cn.dangqun.store.DirectoryLock;
import cn.dangqun.store.SqliteFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The object graph of the street's server, built by hand. Opened it serves the command line; [#listen] lets kiosks
/// in. Closing ends what is under way in order: kiosks are told, workers finish, queued writes are committed.
public final class StreetServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StreetServer.class);
    private static final long LOOK_FIRST_MINUTES = 1;
    private static final long FORGET_FIRST_MINUTES = 10;
    private static final long COPY_FIRST_MINUTES = 15;
    private static final long DAY_MINUTES = 24 * 60;

    private final ServerSettings settings;
    private final Clock clock;
    private final Vault vault;
    private final StreetCa ca;
    private final WindowCa windows;
    private final CardMasters masters;
    private final CardSecrets cards;
    private final GuestSeal guests;
    private final Forgetting forgetting;
    private final LedgerKeys ledgerKeys;
    private final Database database;
    private final ReferenceLedger reference;
    private final Ledger ledger;
    private final KioskRegistry kiosks;
    private final DatabaseWatch watch;
    private final StreetRoster roster = new StreetRoster();
    private final RollKeeper rolls;
    private final EnrolmentCodes codes;
    private final Enrolment enrolment;
    private final StreetGround ground;
    private final ExecutorService workers;
    private final ScheduledExecutorService copying;
    private @Nullable DirectoryLock lock;
    private final Standings standings;
    private final Passwords passwords = new Passwords(Passwords.SERVER);
    private @Nullable SyncServer sync;
    private @Nullable Console console;

    private StreetServer(
            ServerSettings settings,
            Clock clock,
            Vault vault,
            StreetCa ca,
            WindowCa windows,
            CardMasters masters,
            LedgerKeys ledgerKeys,
            GuestSeal guests,
            StreetGround ground) {
        this.settings = settings;
        this.ground = ground;
        this.workers = ground.workers();
        this.copying = ground.timers().apply("checked-copy");
        this.ledgerKeys = ledgerKeys;
        this.guests = guests;
        this.clock = clock;
        this.vault = vault;
        this.ca = ca;
        this.windows = windows;
        this.database = Database.open(databaseFile(settings.data()), ground.database());
        this.masters = masters;
        this.cards = new CardSecrets(database, masters, new SecureRandom(), clock);
        this.watch = new DatabaseWatch(new SqliteFile(databaseFile(settings.data())), database.damage(), clock);
        this.reference = new ReferenceLedger(database, clock);
        this.ledger = new Ledger(database, clock, projections(cards, guests, reference, clock), guests);
        this.standings =
                new Standings(database, reference, clock, ground.timers().apply("standings"));
        this.forgetting = Forgetting.in(database, guests, standings, clock, settings.zone());
        this.rolls = new RollKeeper(
                database, ledger.street(), roster, clock, ground.timers().apply("roll-keeper"));
        this.kiosks = new KioskRegistry(database, clock);
        this.codes = new EnrolmentCodes(database, vault.codes(), clock);
        this.enrolment = new Enrolment(database, vault.codes(), ca, cards, ledgerKeys, reference, clock);
    }

    /// Everything the facts are read into.
    private static List<Projection> projections(
            CardSecrets cards, GuestSeal guests, ReferenceLedger reference, Clock clock) {
        return List.of(
                new AttendanceProjection(
                        (handle, activity, card) -> guests.name(activity.value(), cards.kept(handle, card))),
                new QueueProjection(),
                new AppointmentProjection(),
                new UnlockProjection(),
                new CardsAtKiosks(cards, reference),
                new PinsAtKiosks(reference, clock),
                new BegunAtKiosks(reference),
                new SessionProjection(),
                new SettledProjection(),
                new ReviewProjection(),
                new StudyProjection(),
                new ReportProjection(),
                new FeeProjection(),
                new BooksProjection(),
                new RequestProjection(),
                new ReturnAnswers(reference));
    }

    /// Makes the data directory, the CA, the secrets of cards and the database if they are not there yet.
    public static StreetServer open(ServerSettings settings, Clock clock) throws IOException, GeneralSecurityException {
        return open(settings, clock, StreetGround.own());
    }

    /// The same where somebody else says what runs when.
    public static StreetServer open(ServerSettings settings, Clock clock, StreetGround ground)
            throws IOException, GeneralSecurityException {
        refuseUnfinished(settings.data());
        // Names and keys lie here: nobody but the owner may look in.
        var vault = Vault.in(settings.data());
        var random = new SecureRandom();
        var ca = StreetCa.open(vault.secrets(), clock, random);
        var windows = WindowCa.open(vault.secrets(), clock, random);
        var masters = CardMasters.open(vault.secrets(), random);
        var ledgerKeys = LedgerKeys.open(vault.secrets(), random);
        return new StreetServer(
                settings,
                clock,
                vault,
                ca,
                windows,
                masters,
                ledgerKeys,
                GuestSeal.open(vault.secrets(), random),
                ground);
    }

    /// A new CA beside half a street would lock every kiosk out.
    static void refuseUnfinished(Path data) throws UnfinishedRestorationException {
        if (RestoreDesk.isUnfinished(data)) {
            throw new UnfinishedRestorationException(data);
        }
    }

    /// A copy that is checked tells the kiosks what they need not keep.
    public boolean copy() {
        boolean made = new CheckedCopy(database, settings.data().resolve("copy"), guests, clock).make();
        watch.copied(made);
        return made;
    }

    /// Forgets the cards of guests whose time is over; returns of how many records.
    public int forgetGuestsNow() {
        return forgetting.cards().forget();
    }

    /// How the database fares.
    public DatabaseWatch watch() {
        return watch;
    }

    public static Path databaseFile(Path data) {
        return data.resolve("street.db");
    }

    /// Lets kiosks in. Throws IOException when another server works in the same directory, or the port is taken.
    public SyncServer listen() throws IOException {
        sync = SyncServer.start(settings.sync(), begin(), ca, database.writer());
        return sync;
    }

    /// The same, but nobody listens yet: whoever asks lets kiosks in.
    public SyncServices begin() throws IOException {
        lock = DirectoryLock.take(settings.data());
        watch.atStart();
        ledger.bringUpToDate();
        reference.settle();
        rolls.start();
        var _ = copying.scheduleWithFixedDelay(watch::thoroughly, LOOK_FIRST_MINUTES, DAY_MINUTES, TimeUnit.MINUTES);
        var _ = copying.scheduleWithFixedDelay(forgetting::daily, FORGET_FIRST_MINUTES, DAY_MINUTES, TimeUnit.MINUTES);
        var _ = copying.scheduleWithFixedDelay(this::copy, COPY_FIRST_MINUTES, DAY_MINUTES, TimeUnit.MINUTES);
        standings.begin();
        return new SyncServices(
                ledger,
                reference,
                new StreetCountReader(database, clock),
                kiosks,
                enrolment,
                cards,
                ledgerKeys,
                new WindowCertificates(database, windows, clock),
                new ContentShelf(database, reference),
                clock,
                workers,
                ground.chance());
    }

    /// Lets people in. Returns where; throws IllegalStateException when the port is taken.
    public InetSocketAddress openConsole() {
        ledger.bringUpToDate();
        console = StreetConsole.assemble(
                settings,
                database,
                clock,
                roster,
                ledger.street(),
                passwords,
                vault,
                cards::keyer,
                identity(),
                windows,
                watch);
        return console.start();
    }

    /// @throws UncheckedIOException if the console's certificate cannot be kept
    private StreetIdentity identity() {
        try {
            var identity = ca.identity(vault.secrets(), settings.console().names());
            identity.console()
                    .ifPresent(issued -> log.info(
                            "The console's certificate is the street's own, SHA-256 {}; its CA {}",
                            issued.fingerprint(),
                            identity.fingerprint()));
            return identity;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the console's certificate cannot be issued", e);
        }
    }

    /// Logins of the demonstration, which everybody may know. Nobody else's password is ever told by a server.
    public List<Demonstration.Login> firstLogins() {
        return settings.demo()
                ? demonstration().logins(new FirstAccounts(database, clock, passwords, new Texts()))
                : List.of();
    }

    /// Whether somebody can be signed in at all.
    boolean hasAccounts() {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM account WHERE street = 1")
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    public AccountDesk accounts() {
        return new AccountDesk(database, clock, passwords);
    }

    /// What the command line does with accounts; `by` stands in the record.
    AccountCommands accountCommands(PrintStream out, String by) {
        return new AccountCommands(database, clock, passwords, out, by);
    }

    /// Fills an empty street with the demonstration that was brought along.
    void publishDemo() {
        DemonstrationGround.take(database, clock.instant());
        if (reference.isEmpty()) {
            demonstration()
                    .fill(new Demonstration.EmptyStreet(
                            database, reference, ledger.street(), cardKeyer(), clock.instant(), settings.zone()));
        }
    }

    private static Demonstration demonstration() {
        return Demonstration.find().orElseThrow(() -> new IllegalStateException("no demonstration was brought along"));
    }

    public Database database() {
        return database;
    }

    /// Rosters from files.
    public IntakeDesk intakes() {
        var texts = new Texts();
        return new IntakeDesk(
                database,
                reference,
                IntakeFiles.in(settings.data().resolve("rosters")),
                cards::keyer,
                texts,
                new Times(clock, settings.zone(), texts));
    }

    public ReferenceLedger reference() {
        return reference;
    }

    public Ledger ledger() {
        return ledger;
    }

    /// Freezes what starts.
    public RollKeeper rolls() {
        return rolls;
    }

    /// After something changed about a kiosk outside the console: the others of its centre hear of it.
    void tellCentreOf(KioskId kiosk) {
        database.write((handle, changes) -> {
            handle.createQuery("SELECT site FROM kiosk WHERE street = 1 AND id = ?")
                    .bind(0, kiosk.value())
                    .mapTo(String.class)
                    .findOne()
                    .ifPresent(site -> new CentreKiosks(reference).publish(handle, changes, site));
            return kiosk;
        });
    }

    public KioskRegistry kiosks() {
        return kiosks;
    }

    public EnrolmentCodes codes() {
        return codes;
    }

    public StreetCa ca() {
        return ca;
    }

    /// What browsers at the windows of the centres trust.
    public WindowCa windows() {
        return windows;
    }

    /// Keys cards as the street keeps them.
    public CardKeyer cardKeyer() {
        return cards.keyer();
    }

    /// Returns how many cards go on under the new secret. Only before anything else is begun.
    public int renewCardSecret() throws IOException {
        return new CardRotation(database, masters, cards, reference, ledger.street()).rotate();
    }

    @Override
    public void close() {
        if (console != null) {
            console.close();
        }
        if (sync != null) {
            sync.close();
        }
        rolls.close();
        watch.end();
        standings.close();
        copying.close();
        workers.close();
        database.close();
        letGo();
    }

    private void letGo() {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
