package cn.dangqun.simulation.machine;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.StreetGround;
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.db.DatabaseGround;
import cn.dangqun.server.sync.SyncDoor;
import cn.dangqun.simulation.disk.Disk;
import cn.dangqun.simulation.line.Line;
import cn.dangqun.simulation.line.SimLoop;
import cn.dangqun.simulation.world.Broken;
import cn.dangqun.simulation.world.Life;
import cn.dangqun.simulation.world.Power;
import cn.dangqun.simulation.world.SimExecutor;
import cn.dangqun.simulation.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The street's server, as it is in production, on the world's one thread.
public final class StreetMachine implements Line.Street {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final World world;
    private final Disk disk;
    private final Clocks clock;
    private final SplittableRandom chance;
    private final Commits commits = new Commits();
    private @Nullable Running running;
    private @Nullable Path image;

    /// One start of it.
    private record Running(
            Power power, SimLoop loop, Readers readers, StreetServer server, SyncDoor door, Office office) {}

    public StreetMachine(World world, Disk disk) {
        this.world = world;
        this.disk = disk;
        this.clock = new Clocks(world, "street");
        this.chance = world.split();
    }

    static ServerSettings settings(Path data) {
        return new ServerSettings(
                data,
                ZONE,
                new ServerSettings.Sync("127.0.0.1", 0, 1 << 20, 8),
                new ServerSettings.Console("127.0.0.1", 0),
                false);
    }

    /// `current`: the file was made by this very program.
    static StreetGround ground(World world, Power power, Readers readers, boolean current, SplittableRandom chance) {
        return new StreetGround(
                new DatabaseGround(
                        SimExecutor.writer(power),
                        (what, broken) -> halted(world, power, what, broken),
                        readers::of,
                        current),
                SimExecutor.worker(power),
                name -> SimExecutor.worker(power),
                chance);
    }

    static void halted(World world, Power power, String what, Throwable broken) {
        if (power.life().isOn()) {
            world.broke(what + ": " + Broken.words(broken));
        }
    }

    public void switchOn() {
        if (running != null) {
            return;
        }
        var power = new Power(world);
        power.waiting(() -> {
            try {
                var readers = new Readers();
                var server =
                        StreetServer.open(settings(disk.files()), clock, ground(world, power, readers, true, chance));
                var services = server.begin();
                var door = new SyncDoor(
                        settings(disk.files()).sync(),
                        services,
                        server.database().writer());
                server.database().write((handle, changes) -> {
                    commits.watch(handle.getConnection());
                    return 0;
                });
                running = new Running(power, new SimLoop(power), readers, server, door, new Office(server, clock));
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException("the street does not start", e);
            }
        });
    }

    public boolean isOn() {
        return running != null;
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException("the street is off");
        }
        return running;
    }

    /// As a person at a desk of the street.
    public <T> T at(Function<Office, T> deed) {
        var now = running();
        var answer = new Object[1];
        now.power.waiting(() -> answer[0] = deed.apply(now.office));
        @SuppressWarnings("unchecked")
        var typed = (T) answer[0];
        return typed;
    }

    /// As whoever sits at the machine itself.
    public void with(Consumer<StreetServer> deed) {
        var now = running();
        now.power.waiting(() -> deed.accept(now.server));
    }

    /// In order, as systemd does.
    public void switchOff() {
        var last = running;
        if (last != null) {
            last.power.waiting(last.server::close);
            last.power.life().end();
            last.readers.close();
            disk.forced();
            running = null;
        }
    }

    /// Without a word. What was being written is there in part or not at all.
    public void cut() {
        var last = running;
        if (last == null) {
            return;
        }
        last.power.life().end();
        commits.never();
        replace(last, disk.cut("cut", chance));
    }

    /// The power goes when the `commit`th write from now is about to be made; of it a part is on the disk.
    public void cutBefore(int commit) {
        commits.strikeBefore(commit, () -> {
            var last = running;
            if (last != null && last.power.life().isOn()) {
                last.power.life().end();
                var before = disk.cut("before", chance);
                world.afterwards(() -> {
                    Disk.tear(before, disk.now(), chance);
                    replace(last, before);
                });
            }
        });
    }

    /// What was to strike does not.
    public void calm() {
        commits.never();
    }

    private void replace(Running last, Path by) {
        running = null;
        last.power.waiting(last.server::close);
        last.readers.close();
        disk.replaceBy(by);
    }

    /// Somebody copies the disk.
    public void keepImage() {
        image = disk.image("kept");
    }

    public boolean hasImage() {
        return image != null;
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

    @Override
    public Optional<SyncDoor> door() {
        return Optional.ofNullable(running).map(Running::door);
    }

    @Override
    public Life life() {
        return running().power.life();
    }

    @Override
    public SimLoop loop() {
        return running().loop;
    }
}
