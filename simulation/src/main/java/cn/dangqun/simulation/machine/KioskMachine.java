package cn.dangqun.simulation.machine;

import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.activity.ActivityFeature;
import cn.dangqun.kiosk.activity.TodaysActivities;
import cn.dangqun.kiosk.checkin.CheckInDesk;
import cn.dangqun.kiosk.checkin.LedgerCheckInDesk;
import cn.dangqun.kiosk.db.DiskKey;
import cn.dangqun.kiosk.device.KioskDevices;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerKeys;
import cn.dangqun.kiosk.meeting.LedgerMeetingDesk;
import cn.dangqun.kiosk.meeting.MeetingDesk;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.roll.LedgerRollDesk;
import cn.dangqun.kiosk.roll.RollDesk;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.kiosk.staff.LedgerReturnedDesk;
import cn.dangqun.kiosk.staff.ReturnedDesk;
import cn.dangqun.kiosk.sync.HealthReport;
import cn.dangqun.kiosk.sync.KioskSync;
import cn.dangqun.kiosk.sync.SyncGround;
import cn.dangqun.simulation.disk.Disk;
import cn.dangqun.simulation.line.Line;
import cn.dangqun.simulation.line.SimLoop;
import cn.dangqun.simulation.world.Life;
import cn.dangqun.simulation.world.Power;
import cn.dangqun.simulation.world.SimExecutor;
import cn.dangqun.simulation.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A kiosk without screen and devices: ledger, reference, sync and the desks of check-in, rolls and activities, put
/// together as the kiosk's own core does, on the world's one thread.
public final class KioskMachine {
    private static final long GIBIBYTE = 1L << 30;
    private static final long AGAIN = TimeUnit.SECONDS.toNanos(1);

    private final World world;
    private final KioskId id;
    private final Disk disk;
    private final Line line;
    private final String fingerprint;
    private final Clocks clocks;
    private final SplittableRandom chance;
    private final Commits commits = new Commits();
    private @Nullable Running running;
    private @Nullable Path image;
    private Optional<String> code = Optional.empty();
    private boolean full;
    private long pages;

    private record Running(
            Power power,
            Ledger ledger,
            ReferenceStore reference,
            KioskSync sync,
            CheckInDesk checkIn,
            RollDesk rolls,
            TodaysActivities today,
            ReturnedDesk returned,
            MeetingDesk meetings,
            CentreDesks centre) {}

    public KioskMachine(World world, String name, KioskId id, Disk disk, Line line, String fingerprint) {
        this.world = world;
        this.id = id;
        this.disk = disk;
        this.line = line;
        this.fingerprint = fingerprint;
        this.clocks = new Clocks(world, name);
        this.chance = world.split();
    }

    public KioskId id() {
        return id;
    }

    public Line line() {
        return line;
    }

    public Clocks clocks() {
        return clocks;
    }

    public Disk disk() {
        return disk;
    }

    public boolean isOn() {
        return running != null;
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException(id + " is off");
        }
        return running;
    }

    public Life life() {
        return running().power.life();
    }

    public void switchOn() {
        switchOn(Optional.empty());
    }

    /// With a code it enrols first; it is given again at every start, until this is known to be a kiosk.
    public void switchOn(Optional<String> given) {
        given.ifPresent(each -> code = given);
        if (running == null) {
            clocks.boot();
            var power = new Power(world);
            power.waiting(() -> {
                try {
                    running = open(power);
                } catch (IOException e) {
                    throw new IllegalStateException(id + " does not start", e);
                }
            });
        }
    }

    private Running open(Power power) throws IOException {
        var data = disk.files();
        var ledger = Ledger.open(
                data.resolve("ledger.db"),
                clocks,
                LedgerKeys.open(data.resolve("ledger.keys"), Optional.empty()),
                KioskCore.PROJECTIONS,
                new Ledger.Threads(
                        SimExecutor.writer(power),
                        SimExecutor.worker(power),
                        SimExecutor.worker(power),
                        (what, broken) -> StreetMachine.halted(world, power, what, broken)));
        ledger.answers().join();
        var reference = ReferenceStore.open(
                data.resolve("reference.db"), Optional.empty(), ledger.clock(), SimExecutor.writer(power));
        var devices = new KioskDevices(List.of(), clocks.instant());
        var settings = Events.settings(data, fingerprint);
        var loop = new SimLoop(power);
        var events = new Events(reference);
        var sync = new KioskSync(
                settings.server(),
                data,
                ledger,
                reference,
                new HealthReport("simulated", () -> GIBIBYTE, ledger, devices),
                DiskKey.ofIdentity(data.resolve("identity.p12"), Optional.empty()),
                clocks,
                events,
                new SyncGround(
                        loop, SimExecutor.worker(power), line.of(power.life(), loop), world::now, world.split()));
        var activities = ActivityFeature.open(new KioskParts(
                settings, "simulated", ledger.clock(), clocks, ledger, reference, devices, sync, () -> 1));
        events.counts = activities.counts();
        var zone = StreetMachine.ZONE;
        var _ = SimExecutor.worker(power)
                .scheduleWithFixedDelay(
                        () -> ledger.purge(LocalDate.ofInstant(ledger.now(), zone)
                                        .atStartOfDay(zone)
                                        .toInstant())
                                .join(),
                        0,
                        1,
                        TimeUnit.HOURS);
        var _ = ledger.write(transaction -> {
            commits.watch(transaction.db().jdbc());
            return 0;
        });
        sync.start(code);
        keyer = events;
        return new Running(
                power,
                ledger,
                reference,
                sync,
                new LedgerCheckInDesk(ledger, reference, clocks, zone),
                new LedgerRollDesk(ledger, reference, clocks, zone),
                activities.today(),
                new LedgerReturnedDesk(ledger, reference),
                new LedgerMeetingDesk(ledger, reference, clocks, zone),
                CentreDesks.open(ledger, reference, clocks, sync));
    }

    private @Nullable Events keyer;

    /// What its reader makes of a card; empty while nobody knows how cards are kept here.
    public Optional<Credential> read(byte[] uid) {
        return Optional.ofNullable(keyer)
                .flatMap(events -> Optional.ofNullable(events.keyer))
                .map(cards -> new Credential.Card(cards.ofUid(uid), CardKind.CONTACTLESS_UID));
    }

    /// Looks at it, or does something at it that may wait for its disk.
    public void with(Consumer<KioskMachine> deed) {
        running().power.waiting(() -> deed.accept(this));
    }

    public Ledger ledger() {
        return running().ledger;
    }

    public ReferenceStore reference() {
        return running().reference;
    }

    public KioskSync sync() {
        return running().sync;
    }

    public CheckInDesk checkIn() {
        return running().checkIn;
    }

    public RollDesk rolls() {
        return running().rolls;
    }

    public ReturnedDesk returned() {
        return running().returned;
    }

    public MeetingDesk meetings() {
        return running().meetings;
    }

    public CentreDesks centre() {
        return running().centre;
    }

    public TodaysActivities today() {
        return running().today;
    }

    public void switchOff() {
        var last = running;
        if (last != null) {
            last.power.waiting(() -> close(last));
            last.power.life().end();
            disk.forced();
            running = null;
        }
    }

    private static void close(Running last) {
        last.sync.close();
        last.ledger.close();
        last.reference.close();
    }

    /// Without a word.
    public void cut() {
        var last = running;
        if (last != null) {
            last.power.life().end();
            commits.never();
            replace(last, disk.cut("cut", chance));
        }
    }

    /// The power goes when the `commit`th write of the ledger from now is about to be made.
    public void cutBefore(int commit) {
        var _ = ledger().write(transaction -> {
            commits.watch(transaction.db().jdbc());
            return 0;
        });
        commits.strikeBefore(commit, this::strike);
    }

    /// The power goes when so manieth step from now is about to be taken with a small file: a write, a name, a force.
    public void cutKeeping(int step) {
        disk.strikeBefore(step, this::strike);
    }

    private void strike() {
        var last = running;
        if (last != null && last.power.life().isOn()) {
            last.power.life().end();
            var before = disk.cut("before", chance);
            world.afterwards(() -> {
                Disk.tear(before, disk.now(), chance);
                replace(last, before);
            });
        }
    }

    /// What was to strike does not.
    public void calm() {
        commits.never();
        disk.strikeBefore(0, () -> {});
    }

    /// Another machine takes its place, on which nothing is; it is switched on with a code of the street.
    public void replaceByNew(String first) {
        cut();
        image = null;
        full = false;
        pages = 0;
        keyer = null;
        disk.empty();
        switchOn(Optional.of(first));
    }

    private void replace(Running last, Path by) {
        running = null;
        last.power.waiting(() -> close(last));
        disk.replaceBy(by);
    }

    /// Somebody copies the disk.
    public void keepImage() {
        image = disk.image("kept");
    }

    /// The copy, in other hands from now on.
    public Optional<Path> takeImage() {
        var taken = Optional.ofNullable(image);
        image = null;
        return taken;
    }

    public boolean hasImage() {
        return image != null;
    }

    /// From now on no write finds room for a new page, also after the ledger has opened its file anew.
    public void fill() {
        full = true;
        limit();
    }

    private void limit() {
        if (full && running != null) {
            var _ = ledger().write(transaction -> {
                long most = pages > 0
                        ? pages
                        : transaction
                                .db()
                                .first("PRAGMA page_count", row -> row.getLong(1))
                                .orElse(0L);
                pages = most;
                return transaction.db().first("PRAGMA max_page_count = " + most, row -> row.getInt(1));
            });
            world.at(world.now() + AGAIN, life(), this::limit);
        }
    }

    public void free() {
        full = false;
        pages = 0;
        var _ = ledger().write(transaction ->
                transaction.db().first("PRAGMA max_page_count = " + Integer.MAX_VALUE, row -> row.getInt(1)));
    }

    /// The copy takes the place of everything.
    public void restore() {
        var kept = image;
        if (kept != null) {
            switchOff();
            disk.replaceBy(kept);
            image = null;
        }
    }
}
