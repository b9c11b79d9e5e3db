package cn.dangqun.bench.farm;

import cn.dangqun.config.settings.SettingsException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;

/// `FarmMain FOLDER [KIOSKS [PEOPLE [SECONDS [SEED]]]]`: a farm in an empty folder. Ends with 0 when the promise
/// was kept, 1 when it was not or the farm broke down, 2 for wrong usage.
public final class FarmMain {
    private static final int[] DEFAULTS = {20, 40, 40, 1};
    private static final int BROKEN = 1;
    private static final int USAGE = 2;

    private FarmMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out));
    }

    private static int run(String[] arguments, PrintStream out) throws InterruptedException {
        FarmPlan plan;
        try {
            plan = plan(arguments);
        } catch (IllegalArgumentException e) {
            out.println("usage: FarmMain FOLDER [KIOSKS [PEOPLE [SECONDS [SEED]]]]; " + e.getMessage());
            return USAGE;
        }
        try {
            var harvest = new Farm(plan).run();
            FarmReport.print(out, plan, harvest);
            return harvest.audit().isKept() ? 0 : BROKEN;
        } catch (IOException | GeneralSecurityException | SettingsException | SQLException e) {
            out.println("the farm broke down: " + e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause()));
            return BROKEN;
        }
    }

    private static FarmPlan plan(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 1 + DEFAULTS.length) {
            throw new IllegalArgumentException("where to?");
        }
        var numbers = DEFAULTS.clone();
        for (int i = 1; i < arguments.length; i++) {
            numbers[i - 1] = Integer.parseInt(arguments[i]);
        }
        return new FarmPlan(
                Path.of(arguments[0]).toAbsolutePath(),
                numbers[0],
                numbers[1],
                Duration.ofSeconds(numbers[2]),
                numbers[3]);
    }
}
