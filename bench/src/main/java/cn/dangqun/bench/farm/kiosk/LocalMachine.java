package cn.dangqun.bench.farm.kiosk;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.devices.simulator.SimulatedDevice;
import cn.dangqun.devices.simulator.SimulatedReader;
import cn.dangqun.devices.simulator.SimulatedScanner;
import cn.dangqun.devices.simulator.SimulatorBench;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.kiosk.enrolment.EnrolmentFeature;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.kiosk.sync.EnrolmentDesk;
import cn.dangqun.kiosk.sync.SyncStatus;
import java.io.IOException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.Consumer;

/// A kiosk in this process: everything but the window. Thread-safe.
final class LocalMachine implements Machine {
    private final KioskCore core;
    private final SimulatorBench bench;
    private final int devices;
    private final Consumer<Shown> screen;

    private LocalMachine(KioskCore core, SimulatorBench bench, int devices, Consumer<Shown> screen) {
        this.core = core;
        this.bench = bench;
        this.devices = devices;
        this.screen = screen;
    }

    /// `bench`: the name of its simulated devices.
    static LocalMachine switchOn(
            KioskSettings settings, Clock wall, BootClock boot, String bench, Consumer<Shown> screen)
            throws IOException {
        var core = KioskCore.open(settings, wall, boot);
        var machine = new LocalMachine(
                core, SimulatorBench.named(bench), settings.devices().size(), screen);
        core.onCredential(machine::present);
        return machine;
    }

    private void present(Credential credential) {
        var _ = core.features()
                .checkIn()
                .desk()
                .present(credential)
                .thenAccept(outcome -> screen.accept(Shown.of(outcome)));
    }

    /// The roll and the plan are here and the devices run.
    boolean isReady() {
        return bench.devices().size() >= devices
                && !core.features().activities().today().list().isEmpty();
    }

    SyncStatus status() {
        return core.services().sync().status();
    }

    /// Calls `news` whenever the status changes.
    void onNews(Runnable news) {
        core.services().sync().onChange(_ -> news.run());
    }

    EnrolmentDesk enrolment() {
        return core.features().all().stream()
                .filter(EnrolmentFeature.class::isInstance)
                .map(each -> ((EnrolmentFeature) each).desk())
                .findFirst()
                .orElseThrow();
    }

    <T extends SimulatedDevice> void with(Class<T> device, Consumer<T> deed) {
        bench.first(device).ifPresent(deed);
    }

    @Override
    public boolean hold(String words) {
        var text = words.substring(words.indexOf(' ') + 1);
        return words.startsWith("code ")
                ? bench.first(SimulatedScanner.class)
                        .map(scanner -> scanner.scan(text))
                        .orElse(false)
                : bench.first(SimulatedReader.class)
                        .map(reader -> reader.tapUid(HexFormat.of().parseHex(text)))
                        .orElse(false);
    }

    @Override
    public void close() throws IOException {
        core.close();
    }
}
