package cn.dangqun.simulation.machine;

import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.simulation.world.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// The clocks of one machine: the one on its wall, which somebody may set wrong, and the one since it was switched on.
public final class Clocks extends Clock implements KioskClock {
    private final World world;
    private final String machine;
    private final ZoneId zone;
    private Duration wrong = Duration.ZERO;
    private long began;
    private int boots;

    public Clocks(World world, String machine) {
        this(world, machine, ZoneOffset.UTC);
    }

    private Clocks(World world, String machine, ZoneId zone) {
        this.world = world;
        this.machine = machine;
        this.zone = zone;
    }

    /// The machine is switched on.
    public void boot() {
        boots++;
        began = world.now();
    }

    public void set(Duration ahead) {
        wrong = ahead;
    }

    public boolean isRight() {
        return wrong.isZero();
    }

    @Override
    public ClockReading read() {
        return new ClockReading(
                instant(),
                machine + "-boot-" + boots,
                Duration.ofNanos(world.now() - began),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(world.instant().plus(wrong).toEpochMilli());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new Clocks(world, machine, other);
    }
}
