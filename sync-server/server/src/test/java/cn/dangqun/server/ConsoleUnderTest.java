package cn.dangqun.server;

import cn.dangqun.config.demo.DemoStreet;
import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.credential.MacCardKeyer;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.accounts.Passwords;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.accounts.TestAccounts;
import cn.dangqun.server.attendance.AttendanceProjection;
import cn.dangqun.server.attendance.RollKeeper;
import cn.dangqun.server.books.BooksProjection;
import cn.dangqun.server.contact.RequestProjection;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.MigratedFile;
import cn.dangqun.server.fees.FeeProjection;
import cn.dangqun.server.kiosks.StreetIdentity;
import cn.dangqun.server.kiosks.UnlockProjection;
import cn.dangqun.server.kiosks.WindowCa;
import cn.dangqun.server.ledger.AppendResult;
import cn.dangqun.server.ledger.Ledger;
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
import cn.dangqun.server.staff.PinsAtKiosks;
import cn.dangqun.server.study.StudyProjection;
import cn.dangqun.server.upkeep.DatabaseWatch;
import cn.dangqun.server.vault.Vault;
import cn.dangqun.server.web.Console;
import cn.dangqun.server.web.Scope;
import cn.dangqun.store.SecretVerifier;
import cn.dangqun.store.SqliteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The real console over a real database that holds the demonstration street, at 09:20 on a Monday in Shanghai.
public final class ConsoleUnderTest implements AutoCloseable {
    public static final String PASSWORD = "correct horse 42";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-11-23T01:20:00Z");
    public static final Epoch EPOCH = new Epoch("0123456789abcdef0123456789abcdef");

    public final StillClock clock = new StillClock(START);
    public final Database database;
    public final List<ReferenceItem> items;
    private final Path directory;
    private final List<InetAddress> proxies;
    private Console console;
    public final DatabaseWatch watch;
    private static final Passwords CHEAP = new Passwords(new SecretVerifier.Cost(64, 1));
    private final Passwords passwords;
    private final Map<KioskId, TestLedger> kiosks = new HashMap<>();
    public final StreetRoster roster = new StreetRoster();
    public final Ledger ledger;
    public final RollKeeper rolls;
    public final ReferenceLedger reference;
    private int visitors;
    public final URI address;

    /// Of the demonstration street, which is published once for all tests and copied.
    public ConsoleUnderTest(Path directory) {
        this(directory, CHEAP, List.of(), Published.STREET.layAt(directory.resolve("street.db")), Published.ITEMS);
    }

    /// The same with passwords that cost nearly what they cost in a street.
    public static ConsoleUnderTest withCostlyPasswords(Path directory) {
        return new ConsoleUnderTest(
                directory,
                new Passwords(new SecretVerifier.Cost(16 * 1024, 2)),
                List.of(),
                Published.STREET.layAt(directory.resolve("street.db")),
                Published.ITEMS);
    }

    /// The same behind these proxies.
    public static ConsoleUnderTest behind(Path directory, InetAddress... proxies) {
        return new ConsoleUnderTest(
                directory,
                CHEAP,
                List.of(proxies),
                Published.STREET.layAt(directory.resolve("street.db")),
                Published.ITEMS);
    }

    /// Of a street that has published these.
    public ConsoleUnderTest(Path directory, List<ReferenceItem> items) {
        this(directory, CHEAP, List.of(), MigratedFile.layEmptyAt(directory.resolve("street.db")), items);
        reference.publish(items);
    }

    private ConsoleUnderTest(
            Path directory, Passwords passwords, List<InetAddress> proxies, Path file, List<ReferenceItem> items) {
        this.directory = directory;
        this.passwords = passwords;
        this.proxies = proxies;
        database = Database.open(file);
        watch = new DatabaseWatch(new SqliteFile(directory.resolve("street.db")), database.damage(), clock);
        this.items = items;
        reference = new ReferenceLedger(database, clock);
        ledger = new Ledger(
                database,
                clock,
                List.of(
                        new AttendanceProjection((_, _, card) -> card.hex()),
                        new QueueProjection(),
                        new AppointmentProjection(),
                        new UnlockProjection(),
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
                        new ReturnAnswers(reference)));
        rolls = new RollKeeper(database, ledger.street(), roster, clock);
        console = assemble(0);
        var bound = console.start();
        address = URI.create("http://" + bound.getHostString() + ":" + bound.getPort());
    }

    private static final class Published {
        private static final List<ReferenceItem> ITEMS =
                new DemoStreet().items(START, ZONE, new MacCardKeyer(new byte[32]));
        private static final MigratedFile STREET =
                MigratedFile.with(database -> new ReferenceLedger(database, new StillClock(START)).publish(ITEMS));
    }

    private Console assemble(int port) {
        var settings = new ServerSettings(
                directory,
                ZONE,
                new ServerSettings.Sync("127.0.0.1", 0, 1 << 20, 8),
                new ServerSettings.Console("127.0.0.1", port, Optional.empty(), List.of(), proxies),
                false);
        return StreetConsole.assemble(
                settings,
                database,
                clock,
                roster,
                ledger.street(),
                passwords,
                vault(),
                () -> new MacCardKeyer(new byte[32]),
                new StreetIdentity("ab".repeat(32), "-----BEGIN CERTIFICATE-----\n", Optional.empty()),
                windows(),
                watch);
    }

    private WindowCa windows() {
        try {
            return WindowCa.open(vault().secrets(), clock, new SecureRandom());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Vault vault() {
        try {
            return Vault.in(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Console console() {
        return console;
    }

    /// The console goes away; the database stays.
    public void stop() {
        console.close();
    }

    /// At the same address as before.
    public void startAgain() {
        console = assemble(address.getPort());
        console.start();
    }

    public void account(String login, Role role, Scope scope) {
        TestAccounts.add(database, passwords, clock.instant(), login, PASSWORD, role, scope);
    }

    public Visitor visitor() {
        return new Visitor(address);
    }

    /// Somebody who is signed in as a new account of this role.
    public Visitor visitor(Role role, Scope scope) {
        var login = "test-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-') + ++visitors;
        account(login, role, scope);
        var visitor = visitor();
        visitor.signIn(login, PASSWORD);
        return visitor;
    }

    /// A kiosk at the demonstration's n-th site, which has told nothing yet.
    public KioskId kiosk(int site) {
        var id = new KioskId("kiosk-" + site + "-" + (kiosks.size() + 1));
        kiosks.put(id, new TestLedger(id, EPOCH));
        database.write((handle, changes) -> {
            changes.kiosk(id);
            handle.execute(
                    "INSERT INTO kiosk_stand (kiosk, site, from_at) VALUES (?, ?, ?)",
                    id.value(),
                    "site-" + site,
                    clock.millis());
            return handle.execute(
                    "INSERT INTO kiosk (id, name, site, created_at) VALUES (?, ?, ?, ?)",
                    id.value(),
                    "大厅一体机" + site,
                    "site-" + site,
                    clock.millis());
        });
        return id;
    }

    /// The kiosk says that nothing is unsent.
    public void heartbeat(KioskId kiosk) {
        heartbeat(kiosk, 0, Optional.empty());
    }

    public void heartbeat(KioskId kiosk, int unsent, Optional<Instant> oldest) {
        database.write((handle, changes) -> {
            changes.kiosk(kiosk);
            return handle.execute(
                    "UPDATE kiosk SET last_contact_at = ?, health_at = ?, software = '0.1.0', unsent = ?,"
                            + " oldest_unsent_at = ?, free_disk_bytes = 20000000000, clock_ahead_millis = 0 WHERE id = ?",
                    clock.millis(),
                    clock.millis(),
                    unsent,
                    oldest.map(Instant::toEpochMilli).orElse(null),
                    kiosk.value());
        });
    }

    /// Takes in a fact as the kiosk would send it. Returns its number.
    public long fact(KioskId kiosk, Fact fact) {
        var own = kiosks.get(kiosk).add(fact, clock.instant());
        var taken = ledger.append(kiosk, own.epoch(), own.push(own.size(), own.size()))
                .orElseThrow()
                .join();
        if (!(taken instanceof AppendResult.Taken)) {
            throw new IllegalStateException("not taken: " + taken);
        }
        return own.size();
    }

    public List<Organization> communities() {
        return organizations().stream()
                .filter(each -> each.level() == OrganizationLevel.COMMITTEE)
                .toList();
    }

    public List<Organization> organizations() {
        return items.stream()
                .filter(ReferenceItem.OrganizationItem.class::isInstance)
                .map(item -> ((ReferenceItem.OrganizationItem) item).organization())
                .toList();
    }

    public Organization organization(OrganizationId id) {
        return organizations().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// Today's activities whose check-in is open now.
    public List<Activity> open() {
        return activities()
                .filter(each -> each.window().isOpenAt(clock.instant()))
                .toList();
    }

    public Stream<Activity> activities() {
        return items.stream()
                .filter(ReferenceItem.ActivityItem.class::isInstance)
                .map(item -> ((ReferenceItem.ActivityItem) item).activity());
    }

    public List<Member> roll(OrganizationId branch) {
        return items.stream()
                .filter(ReferenceItem.MemberItem.class::isInstance)
                .map(item -> ((ReferenceItem.MemberItem) item).member())
                .filter(each -> each.branch().equals(branch) && each.isOnRoll())
                .toList();
    }

    @Override
    public void close() {
        rolls.close();
        console.close();
        database.close();
    }
}
