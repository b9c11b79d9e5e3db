package cn.dangqun.server.content;

import cn.dangqun.server.db.OneProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has pictures and pages of PDF drawn anew: one file at a time, each in a process of its own with a small heap and
/// little time, so that no file can take memory or processors from the pages. Blocks; safe for use from several
/// threads.
@OneProcess("Whose turn it is to draw: each process draws one file at a time.")
public final class PictureWorkshop {
    /// A form with a file is no larger.
    public static final long LONGEST_FILE = 20L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(PictureWorkshop.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration LONGEST_DRAWING = Duration.ofSeconds(60);
    private static final String HEAP = "-Xmx256m";

    private final PictureFiles files;
    private final Duration patience;
    private final Semaphore turns = new Semaphore(1, true);

    private PictureWorkshop(PictureFiles files, Duration patience) {
        this.files = files;
        this.patience = patience;
    }

    /// What came of a file.
    public sealed interface Result {
        /// One for a picture, one for each page of a PDF, never none
        record Drawn(List<Drawing> drawings) implements Result {
            public Drawn {
                drawings = List.copyOf(drawings);
            }
        }

        record Refused(PictureFault why) implements Result {}
    }

    /// Makes the folder, and throws away what a crash left there.
    public static PictureWorkshop in(Path folder) {
        return in(folder, LONGEST_DRAWING);
    }

    static PictureWorkshop in(Path folder, Duration patience) {
        return new PictureWorkshop(PictureFiles.in(folder), patience);
    }

    /// Where what a browser sends comes to rest.
    public Path arriving() {
        return files.arriving();
    }

    /// At most `most` pictures.
    public Result draw(Path file, int most) {
        return draw(file, most, List.of());
    }

    /// One square of at most `side` pixels; a PDF is refused.
    public Result drawSquare(Path file, int side) {
        return draw(file, 1, List.of(Integer.toString(side)));
    }

    private Result draw(Path file, int most, List<String> more) {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Result.Refused(PictureFault.BUSY);
            }
            try {
                return drawNow(file, most, more);
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Refused(PictureFault.BUSY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result drawNow(Path file, int most, List<String> more) throws IOException, InterruptedException {
        var desk = files.desk();
        try {
            var process = begin(file, desk, most, more);
            boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
                return refused(PictureFault.TOO_SLOW);
            }
            return process.exitValue() == 0
                    ? new Result.Drawn(PictureFiles.taken(desk, most))
                    : refused(PictureFault.ofCode(process.exitValue()).orElse(PictureFault.BROKEN));
        } finally {
            PictureFiles.clear(desk);
        }
    }

    private static Result refused(PictureFault why) {
        LOG.info("a file that was brought becomes no picture: {}", why);
        return new Result.Refused(why);
    }

    private static Process begin(Path file, Path desk, int most, List<String> more) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + desk,
                "-Duser.home=" + desk,
                "-cp",
                System.getProperty("java.class.path"),
                DrawingMain.class.getName(),
                file.toAbsolutePath().toString(),
                desk.toAbsolutePath().toString(),
                Integer.toString(most));
        builder.command().addAll(more);
        builder.environment().keySet().removeIf(each -> !each.startsWith("LC_"));
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
