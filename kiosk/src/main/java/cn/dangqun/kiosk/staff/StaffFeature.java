package cn.dangqun.kiosk.staff;

import cn.dangqun.devices.selftest.ClockProbe;
import cn.dangqun.devices.selftest.DiskProbe;
import cn.dangqun.devices.selftest.Probe;
import cn.dangqun.devices.selftest.SelfTest;
import cn.dangqun.kiosk.activity.TodaysActivities;
import cn.dangqun.kiosk.device.KioskDevices.Loudness;
import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;
import cn.dangqun.kiosk.sync.ClockOffset;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// 值守: the door with the PIN, the staff corner behind it, 设备自检, and who is on duty now (F-77, F-80). `probing`
/// may be kept busy for minutes; `closing` lets go of the desk.
public record StaffFeature(
        StaffDesk desk,
        ClockDesk clock,
        ZoneId zone,
        StaffCornerViewModel.Sources sources,
        Supplier<SelfTest> selfTests,
        Executor probing,
        Program program,
        String version,
        Supplier<Optional<Loudness>> loudness,
        Runnable closing)
        implements Feature {

    public static StaffFeature open(KioskParts parts, TodaysActivities activities) {
        var file = parts.settings().data().resolve("staff.db");
        var zone = parts.settings().zone();
        var desk = new LedgerStaffDesk(
                parts.ledger(), parts.reference(), parts.sync().content()::read, file, parts.clock(), zone);
        var sources = new StaffCornerViewModel.Sources(
                parts.clock(),
                parts.sync(),
                parts.ledger(),
                parts.devices(),
                activities,
                new LedgerParkedRecords(parts.ledger().newReader(), parts.reference()),
                new LedgerReturnedDesk(parts.ledger(), parts.reference()));
        return new StaffFeature(
                desk,
                new LedgerClockDesk(parts.ledger()),
                zone,
                sources,
                selfTests(parts),
                StaffFeature::probe,
                Program.ofProcess(),
                parts.version(),
                parts.devices()::loudness,
                desk::close);
    }

    private static void probe(Runnable walk) {
        var _ = Thread.ofPlatform().name("self-test").daemon().start(walk);
    }

    private static Supplier<SelfTest> selfTests(KioskParts parts) {
        List<Probe> others = List.of(
                new ClockProbe(
                        parts.clock(),
                        () -> parts.sync().status().clock().map(ClockOffset::streetAhead),
                        () -> parts.ledger().health().clockDoubt()),
                new DiskProbe(parts.settings().data()),
                new SyncProbe(parts.sync(), parts.clock()));
        return () -> parts.devices().selfTest(parts.printJobs(), others);
    }

    @Override
    public Contribution screens(PlaceContext context) {
        var ui = context.ui();
        var background = context.background();
        var ways = context.ways();
        var selfTest = new SelfTestViewModel(selfTests, ui, probing, ways::touched);
        sources.devices().onRead(device -> ui.execute(() -> selfTest.read(device)));
        return Contribution.of(
                        new StaffUnlockPlace(new StaffUnlockViewModel(desk, ui, background, ways::admit), ways),
                        new StaffCornerPlace(new StaffCornerViewModel(sources, ui, background), version, ways),
                        new ParkedPlace(
                                new ParkedViewModel(sources.parked(), sources.returned(), ui, background), ways),
                        new ClockPlace(new ClockViewModel(clock, ui, zone), ways),
                        new CarePlace(loudness, ways),
                        new SelfTestPlace(selfTest, ways),
                        new ProgramPlace(new ProgramViewModel(program), ways))
                .with(new OnDuty(new DutyViewModel(desk, ui, background)));
    }

    @Override
    public void close() {
        closing.run();
    }
}
