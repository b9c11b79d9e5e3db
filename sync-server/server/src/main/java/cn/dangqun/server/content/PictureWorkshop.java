package cn.dangqun.server.content;

import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.store.OwnerFiles;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

    private final Path folder;
    private final Duration patience;
    private final Semaphore turns = new Semaphore(1, true);

    private PictureWorkshop(Path folder, Duration patience) {
        this.folder = folder;
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
        try {
            OwnerFiles.createDirectory(folder);
            clear(folder);
            OwnerFiles.createDirectory(folder.resolve("arriving"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PictureWorkshop(folder, patience);
    }

    /// Where what a browser sends comes to rest.
    public Path arriving() {
        return folder.resolve("arriving");
    }

    /// At most `most` pictures.
    public Result draw(Path file, int most) {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Result.Refused(PictureFault.BUSY);
            }
            try {
                return drawNow(file, most);
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

    private Result drawNow(Path file, int most) throws IOException, InterruptedException {
        var desk = Files.createTempDirectory(folder, "drawing-");
        try {
            var process = begin(file, desk, most);
            boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
                return refused(PictureFault.TOO_SLOW);
            }
            return process.exitValue() == 0
                    ? new Result.Drawn(taken(desk, most))
                    : refused(PictureFault.ofCode(process.exitValue()).orElse(PictureFault.BROKEN));
        } finally {
            clear(desk);
            Files.delete(desk);
        }
    }

    private static Result refused(PictureFault why) {
        LOG.info("a file that was brought becomes no picture: {}", why);
        return new Result.Refused(why);
    }

    private static Process begin(Path file, Path desk, int most) throws IOException {
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
        builder.environment().keySet().removeIf(each -> !each.startsWith("LC_"));
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// What does not look as it should is taken from nobody, not from our own process either.
    private static List<Drawing> taken(Path desk, int most) throws IOException {
        var drawings = new ArrayList<Drawing>();
        for (int number = 1; number <= most && Files.exists(desk.resolve(number + ".jpg")); number++) {
            var picture = desk.resolve(number + ".jpg");
            if (Files.size(picture) > ContentFile.MOST_BYTES) {
                throw new IOException("a drawing is larger than it can be");
            }
            var size = Files.readString(desk.resolve(number + ".size")).split(" ", 2);
            drawings.add(new Drawing(
                    ByteString.copyFrom(Files.readAllBytes(picture)),
                    Integer.parseInt(size[0]),
                    Integer.parseInt(size[1])));
        }
        if (drawings.isEmpty()) {
            throw new IOException("nothing was drawn");
        }
        return drawings;
    }

    private static void clear(Path folder) throws IOException {
        try (var left = Files.list(folder)) {
            for (var each : left.toList()) {
                if (Files.isDirectory(each)) {
                    clear(each);
                }
                Files.delete(each);
            }
        }
    }
}
