package cn.dangqun.bench.farm.kiosk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// `MachineMain DATA BENCH PORT FINGERPRINT BOOT MILLIS`: a kiosk as a process of its own, on a machine that
/// booted so many milliseconds ago. Reads what people hold to it, a line each; says `ready`, `held true`, `held
/// false`, and what its screen shows. Ends when nobody holds anything any more.
public final class MachineMain {
    private static final long GLANCE_MILLIS = 5;

    private MachineMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var settings = new MachineSettings(
                        Path.of(arguments[0]), arguments[1], Integer.parseInt(arguments[2]), arguments[3])
                .withCode(Optional.empty());
        var wall = Clock.system(MachineSettings.CHINA);
        var boot = new BootClock(wall, arguments[4], Duration.ofMillis(Long.parseLong(arguments[5])));
        try (var machine =
                        LocalMachine.switchOn(settings, wall, boot, arguments[1], shown -> out.println(shown.words()));
                var people = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            while (!machine.isReady()) {
                TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            }
            out.println("ready");
            for (var words = people.readLine(); words != null; words = people.readLine()) {
                out.println("held " + machine.hold(words));
            }
        }
        System.exit(0);
    }
}
