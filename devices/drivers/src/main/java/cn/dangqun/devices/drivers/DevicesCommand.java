package cn.dangqun.devices.drivers;

import cn.dangqun.config.settings.SettingsException;
import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.devices.selftest.ClockProbe;
import cn.dangqun.devices.selftest.DiskProbe;
import cn.dangqun.devices.selftest.Probe;
import cn.dangqun.devices.selftest.ProbeResult;
import cn.dangqun.devices.selftest.ProbeText;
import cn.dangqun.devices.selftest.SelfTest;
import cn.dangqun.devices.supervisor.DeviceSnapshot;
import cn.dangqun.devices.supervisor.DeviceSupervisor;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicLong;

/// What `devices` does, apart from its process: prints the inventory and the self-test for a person.
final class DevicesCommand {
    private static final int NOTHING_FAILED = 0;
    private static final int SOMETHING_FAILED = 1;
    private static final int UNUSABLE_SETTINGS = 2;
    private static final Duration SETTLE = Duration.ofSeconds(8);
    private static final Duration ATTEMPTS = Duration.ofSeconds(3);

    private final PrintStream out;
    private final Asker asker;
    private final Inventory inventory;
    private final Clock clock;
    private final ResourceBundle texts;
    private final ResourceBundle probeTexts;

    enum Answer {
        YES,
        NO,
        NONE
    }

    interface Asker {
        Answer ask(String question);
    }

    DevicesCommand(PrintStream out, Asker asker, Inventory inventory, Clock clock) {
        this.out = out;
        this.asker = asker;
        this.inventory = inventory;
        this.clock = clock;
        this.texts = ResourceBundle.getBundle("cn.dangqun.devices.drivers.texts", Locale.ROOT);
        this.probeTexts = ProbeText.bundle();
    }

    int run(List<String> arguments) throws InterruptedException {
        for (var section : inventory.sections()) {
            out.println(texts.getString(section.title()));
            var found = section.found().isEmpty() ? List.of(texts.getString("devices.none")) : section.found();
            found.forEach(each -> out.println("  " + each));
        }
        if (arguments.isEmpty()) {
            out.println(texts.getString("devices.usage"));
            return NOTHING_FAILED;
        }
        return test(Path.of(arguments.getFirst()));
    }

    private int test(Path file) throws InterruptedException {
        try {
            var settings = SettingsFile.loadKiosk(file);
            var devices = settings.devices().stream()
                    .map(each -> new DeviceSettings(each.name(), each.driver(), each.options()))
                    .toList();
            return test(devices, settings.data());
        } catch (SettingsException e) {
            out.println(e.getMessage());
            return UNUSABLE_SETTINGS;
        }
    }

    private int test(List<DeviceSettings> devices, Path data) throws InterruptedException {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        var events = new PresentationEcho(out, texts.getString("devices.presented"));
        var context = new DeviceContext(clock, new MacCardKeyer(secret));
        try (var supervisor = DeviceSupervisor.start(devices, context, events)) {
            awaitSettled(supervisor);
            var jobs = new AtomicLong(clock.instant().getEpochSecond());
            var others = Files.isDirectory(data)
                    ? List.<Probe>of(new ClockProbe(clock, Optional::empty, Optional::empty), new DiskProbe(data))
                    : List.<Probe>of(new ClockProbe(clock, Optional::empty, Optional::empty));
            var failures = new AtomicLong();
            SelfTest.of(supervisor, jobs::incrementAndGet, others).run((probe, result) -> {
                if (!isGood(probe, result)) {
                    failures.incrementAndGet();
                }
            });
            return failures.get() == 0 ? NOTHING_FAILED : SOMETHING_FAILED;
        }
    }

    /// Until all work; a device that fails is given the time of a few attempts, one that is slow a little more.
    private static void awaitSettled(DeviceSupervisor supervisor) throws InterruptedException {
        long begin = System.nanoTime();
        var pending = SETTLE;
        while (System.nanoTime() - begin < pending.toNanos()) {
            var states =
                    supervisor.snapshots().stream().map(DeviceSnapshot::state).toList();
            if (states.stream().noneMatch(DeviceState.Failed.class::isInstance)
                    && states.stream().noneMatch(DeviceState.Starting.class::isInstance)) {
                return;
            }
            pending = states.stream().anyMatch(DeviceState.Starting.class::isInstance) ? SETTLE : ATTEMPTS;
            Thread.sleep(50);
        }
    }

    private boolean isGood(Probe probe, ProbeResult result) {
        return switch (result) {
            case ProbeResult.Passed passed -> {
                say(probe, "selftest.result.passed", passed.note());
                yield true;
            }
            case ProbeResult.Skipped skipped -> {
                say(probe, "selftest.result.skipped", Optional.of(skipped.reason()));
                yield true;
            }
            case ProbeResult.Failed failed -> {
                say(probe, "selftest.result.failed", Optional.of(failed.advice()));
                yield false;
            }
            case ProbeResult.NeedsPerson person -> isGood(probe, person);
        };
    }

    private boolean isGood(Probe probe, ProbeResult.NeedsPerson person) {
        return switch (asker.ask(person.question().in(probeTexts))) {
            case YES -> isGood(probe, person.answered(true));
            case NO -> isGood(probe, person.answered(false));
            case NONE -> {
                say(probe, "selftest.result.person", Optional.of(person.question()));
                yield true;
            }
        };
    }

    private void say(Probe probe, String result, Optional<ProbeText> more) {
        out.println(probe.subject().title(probeTexts) + "："
                + probeTexts.getString(result)
                + more.map(text -> "。" + text.in(probeTexts)).orElse(""));
    }
}
