package cn.dangqun.simulation.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SplittableRandom;

/// The disk of one machine: a directory in memory that takes the place of the one before at every start after a power
/// cut. Only what was on it when the power went is there again.
public final class Disk {
    private static final String LOG = "-wal";
    private static final int TORN = 512;

    private final Path base;
    private Path now;
    private NotForced notes;
    private int generation;

    /// Begins with a copy of `from`.
    public Disk(Path base, Path from) {
        this.base = base;
        this.now = base.resolve("0");
        this.notes = new NotForced(now);
        copy(from, now);
    }

    public Path now() {
        return now;
    }

    /// The same as the program of the machine sees it.
    public Path files() {
        return new SimFiles(notes).path(now);
    }

    /// All is on it, as when a machine is switched off in order.
    public void forced() {
        notes.all();
    }

    /// `what` comes before so manieth step with small files from now: a name, a write or a force.
    public void strikeBefore(int step, Runnable what) {
        notes.strikeBefore(step, what);
    }

    /// What is on it when the power goes now: of what nobody forced a drawn part, and sometimes a file of SQLite into
    /// which its log was just being moved.
    public Path cut(String name, SplittableRandom chance) {
        var image = image(name);
        notes.lose(image, chance);
        each(image, log -> {
            var file = log.toString();
            var of = Path.of(file.substring(0, Math.max(0, file.length() - LOG.length())));
            if (file.endsWith(LOG) && Files.exists(of) && chance.nextBoolean()) {
                Checkpoint.tear(of, log, chance);
            }
        });
        return image;
    }

    /// What is on it at this moment.
    public Path image(String name) {
        var image = base.resolve(name);
        delete(image);
        copy(now, image);
        return image;
    }

    /// `image` takes the place of everything, and is gone where it was.
    public void replaceBy(Path image) {
        var next = base.resolve(String.valueOf(++generation));
        try {
            Files.move(image, next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        delete(now);
        now = next;
        notes = new NotForced(now);
    }

    /// Nothing is on it any more.
    public void empty() {
        var nothing = base.resolve("nothing");
        try {
            Files.createDirectories(nothing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        replaceBy(nothing);
    }

    /// `before` the power went and `after` are images of one disk: of what came between in a log of writes only a part
    /// is on the disk. The part is drawn; sometimes it ends in bytes that never were.
    public static void tear(Path before, Path after, SplittableRandom chance) {
        each(before, file -> {
            if (file.getFileName().toString().endsWith(LOG)) {
                tearLog(file, after.resolve(before.relativize(file)), chance);
            }
        });
    }

    private static void tearLog(Path log, Path later, SplittableRandom chance) throws IOException {
        if (!Files.exists(later)) {
            return;
        }
        byte[] short_ = Files.readAllBytes(log);
        byte[] longer = Files.readAllBytes(later);
        if (longer.length <= short_.length
                || java.util.Arrays.mismatch(longer, 0, short_.length, short_, 0, short_.length) >= 0) {
            return;
        }
        int more = chance.nextInt(longer.length - short_.length + 1);
        var torn = java.util.Arrays.copyOf(longer, short_.length + more);
        if (more > TORN && chance.nextBoolean()) {
            var never = new byte[TORN];
            chance.nextBytes(never);
            System.arraycopy(never, 0, torn, torn.length - TORN, TORN);
        }
        Files.write(log, torn);
    }

    /// Everything but what SQLite keeps in memory.
    public static void copy(Path from, Path to) {
        each(from, file -> {
            if (!file.getFileName().toString().endsWith("-shm")) {
                var copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        });
    }

    private interface Deed {
        void with(Path file) throws IOException;
    }

    private static void each(Path folder, Deed deed) {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                deed.with(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, java.io.IOException failed)
                        throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
