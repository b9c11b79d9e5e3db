package cn.dangqun.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;

/// What differs from run to run: drawn from the number of this run, `-Dsimulate.run=N`, or from the time. It is
/// printed, and the same number asks the same again.
public final class Lots {
    private static final long RUN = Long.getLong("simulate.run", System.currentTimeMillis() / 1000);
    private static final Path TOLD = Path.of("target/told.txt");

    private Lots() {}

    /// `purpose` gives each who asks a chance of their own.
    public static SplittableRandom chance(String purpose) {
        System.out.println("lots of " + purpose + " are drawn from run " + RUN + "; the same again: ./run test"
                + " -Dtest.args=-Dsimulate.run=" + RUN);
        return new SplittableRandom(RUN ^ purpose.hashCode());
    }

    /// Of a long run, for people to keep: printed, and in `target/told.txt` with whatever else was said.
    public static void say(String line) throws IOException {
        System.out.println(line);
        Files.createDirectories(TOLD.getParent());
        Files.writeString(TOLD, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
