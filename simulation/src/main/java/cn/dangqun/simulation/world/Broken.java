package cn.dangqun.simulation.world;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What broke, in words.
public final class Broken {
    private static final int LINES = 14;

    private Broken() {}

    /// The failure and where it came from.
    public static String words(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return String.join("\n", text.toString().lines().limit(LINES).toList());
    }
}
