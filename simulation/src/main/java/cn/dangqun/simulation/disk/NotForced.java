package cn.dangqun.simulation.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// What the operating system says of the small files of a machine and its disk does not have yet: names whose directory
/// was not forced, in the order in which they came about, and files whose bytes were not. Paths are below `root`.
final class NotForced {
    private final Path root;
    private final List<Change> names = new ArrayList<>();
    private final Map<Path, byte[]> bytes = new TreeMap<>();
    private int left;
    private Runnable strike = () -> {};

    NotForced(Path root) {
        this.root = root;
    }

    /// What a name was before; empty where nothing had it.
    private record Before(Path file, Optional<byte[]> content) {}

    /// One step of a directory: there as a whole or not at all.
    private record Change(Path directory, List<Before> before) {}

    void strikeBefore(int step, Runnable what) {
        left = step;
        strike = what;
    }

    /// Something is about to be done with a file.
    private void step() {
        if (left > 0) {
            left--;
            if (left == 0) {
                strike.run();
            }
        }
    }

    void create(Path file) throws IOException {
        changed(file, List.of(file));
        bytes.put(file, new byte[0]);
    }

    void write(Path file) throws IOException {
        step();
        if (!bytes.containsKey(file)) {
            bytes.put(file, Files.readAllBytes(file));
        }
    }

    void move(Path from, Path to) throws IOException {
        changed(to, List.of(from, to));
        var moved = bytes.remove(from);
        bytes.remove(to);
        if (moved != null) {
            bytes.put(to, moved);
        }
    }

    void link(Path link) throws IOException {
        changed(link, List.of(link));
    }

    void delete(Path file) throws IOException {
        changed(file, List.of(file));
        bytes.remove(file);
    }

    private void changed(Path of, List<Path> files) throws IOException {
        step();
        var before = new ArrayList<Before>();
        for (var file : files) {
            before.add(new Before(
                    file, Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty()));
        }
        names.add(new Change(Objects.requireNonNull(of.getParent(), "a file lies in a folder"), before));
    }

    void force(Path file) {
        step();
        if (Files.isDirectory(file)) {
            names.removeIf(each -> each.directory.equals(file));
        } else {
            bytes.remove(file);
        }
    }

    /// In order and to the end, as when a machine is switched off.
    void all() {
        names.clear();
        bytes.clear();
    }

    /// `image` holds what the operating system said; leaves in it what a disk may have: of files that were not forced
    /// a part, and of the changes of names some.
    void lose(Path image, SplittableRandom chance) {
        try {
            for (var each : bytes.entrySet()) {
                var file = in(image, each.getKey());
                if (Files.isRegularFile(file)) {
                    var now = Files.readAllBytes(file);
                    Files.write(
                            file,
                            switch (chance.nextInt(3)) {
                                case 0 -> each.getValue();
                                case 1 -> Arrays.copyOf(now, chance.nextInt(now.length + 1));
                                default -> now;
                            });
                }
            }
            loseNames(image, chance);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The last ones, as on a disk that keeps a journal, or any, as nothing forbids.
    private void loseNames(Path image, SplittableRandom chance) throws IOException {
        int first = chance.nextInt(names.size() + 1);
        boolean any = chance.nextBoolean();
        var later = new HashSet<Path>();
        for (int i = names.size() - 1; i >= 0; i--) {
            boolean lost = any ? chance.nextBoolean() : i >= first;
            for (var before : names.get(i).before) {
                if (!lost) {
                    later.add(before.file);
                } else if (!later.contains(before.file)) {
                    undo(in(image, before.file), before.content);
                }
            }
        }
    }

    private static void undo(Path file, Optional<byte[]> content) throws IOException {
        if (content.isPresent()) {
            Files.write(file, content.get());
        } else {
            Files.deleteIfExists(file);
        }
    }

    private Path in(Path image, Path file) {
        return image.resolve(root.relativize(file));
    }
}
