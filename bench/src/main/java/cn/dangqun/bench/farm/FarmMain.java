package cn.dangqun.bench.farm;

import cn.dangqun.bench.farm.story.Draw;
import cn.dangqun.bench.farm.story.Story;
import cn.dangqun.config.settings.SettingsException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// `FarmMain FOLDER [KIOSKS [PEOPLE [FAULTS [SEED]]]] [--story]`: a farm in an empty folder, or only its story;
/// `FarmMain FOLDER --from FILE`: the farm of a story that was printed. Ends with 0 when the promise was kept,
/// 1 when it was not or the farm broke down, 2 for wrong usage.
public final class FarmMain {
    private static final int[] DEFAULTS = {20, 40, 60, 1};
    private static final int BROKEN = 1;
    private static final int USAGE = 2;

    private FarmMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(new ArrayList<>(List.of(arguments)), out));
    }

    private static int run(List<String> arguments, PrintStream out) throws InterruptedException {
        boolean onlyStory = arguments.remove("--story");
        FarmPlan plan;
        try {
            plan = plan(arguments);
        } catch (IllegalArgumentException | IOException e) {
            out.println(
                    "usage: FarmMain FOLDER [KIOSKS [PEOPLE [FAULTS [SEED]]]] [--story] | FOLDER --from FILE; " + e);
            return USAGE;
        }
        if (onlyStory) {
            out.print(plan.story().text());
            return 0;
        }
        return run(plan, out);
    }

    private static int run(FarmPlan plan, PrintStream out) throws InterruptedException {
        try {
            Files.createDirectories(plan.folder());
            out.println("its story: "
                    + Files.writeString(
                            plan.folder().resolve("story.txt"), plan.story().text()));
            var harvest = new Farm(plan).run();
            FarmReport.print(out, plan, harvest);
            return harvest.audit().isKept() ? 0 : BROKEN;
        } catch (IOException | GeneralSecurityException | SettingsException | SQLException e) {
            out.println("the farm broke down: " + e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause()));
            return BROKEN;
        }
    }

    private static FarmPlan plan(List<String> arguments) throws IOException {
        if (arguments.isEmpty() || arguments.size() > 1 + DEFAULTS.length) {
            throw new IllegalArgumentException("where to?");
        }
        return new FarmPlan(Path.of(arguments.getFirst()).toAbsolutePath(), story(arguments));
    }

    private static Story story(List<String> arguments) throws IOException {
        if (arguments.size() == 3 && arguments.get(1).equals("--from")) {
            return Story.parse(Files.readString(Path.of(arguments.get(2))));
        }
        var numbers = DEFAULTS.clone();
        for (int i = 1; i < arguments.size(); i++) {
            numbers[i - 1] = Integer.parseInt(arguments.get(i));
        }
        return Draw.story(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
