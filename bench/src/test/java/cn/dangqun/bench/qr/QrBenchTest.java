package cn.dangqun.bench.qr;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.drivers.qr.QrDrawing;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QrBenchTest {
    @TempDir
    Path directory;

    @Test
    void countsRightAndWrongTextsOfBothDecoders() throws Exception {
        picture("right", "A017");
        Files.writeString(directory.resolve("right.txt"), "A017");
        picture("latin", "Gr\u00fc\u00dfe");
        Files.write(directory.resolve("latin.bin"), "Gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1));
        picture("wrong", "A018");
        Files.writeString(directory.resolve("wrong.txt"), "A019");
        picture("unexpected", "A020");

        var report = run();

        assertTrue(report.contains("WRONG by ours: " + directory.resolve("wrong.png") + " read as \"A018\""), report);
        assertTrue(report.contains("unexpected.png read as \"A020\", expected no code"), report);
        assertTrue(report.matches("(?s).*\\n +4 +3 \\| +2 +2 +[0-9.]+ \\| +2 +2 +[0-9.]+ \\| +1\\.000 all\\n"), report);
    }

    private String run() throws Exception {
        var out = new ByteArrayOutputStream();
        new QrBench(new PrintStream(out, true, StandardCharsets.UTF_8)).run(QrSample.below(directory));
        return out.toString(StandardCharsets.UTF_8);
    }

    private void picture(String name, String text) throws Exception {
        Files.write(directory.resolve(name + ".png"), QrDrawing.of(text).png(25, 203));
    }
}
