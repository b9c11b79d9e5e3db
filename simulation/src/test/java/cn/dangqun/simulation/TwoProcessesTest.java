package cn.dangqun.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Nothing of a story hangs on the process that tells it: neither where its objects lie nor in what order its sets are.
@Tag("proof")
class TwoProcessesTest {
    private static final Pattern DIGEST = Pattern.compile("^\\d+ [0-9a-f]{64}$", Pattern.MULTILINE);
    private static final int SEEDS = 2;

    @Test
    @Timeout(600)
    void twoProcessesTellTheSameByteForByte() throws IOException {
        var one = begun();
        var other = begun();

        var first = digests(one);
        assertEquals(SEEDS, first.size());
        assertEquals(first, digests(other));
    }

    private static Process begun() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dlogback.configurationFile=simulation-logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulationMain.class.getName(),
                        "--seeds",
                        String.valueOf(SEEDS),
                        "--digests")
                .redirectErrorStream(true)
                .start();
    }

    private static List<String> digests(Process process) throws IOException {
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return DIGEST.matcher(said).results().map(each -> each.group()).toList();
    }
}
