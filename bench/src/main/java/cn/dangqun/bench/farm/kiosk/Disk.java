package cn.dangqun.bench.farm.kiosk;

import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/// A kiosk's data directory in the hands of somebody who does not ask the program. What is changed here must be
/// switched off.
record Disk(Path data) {
    private static final String LEDGER = "ledger.db";
    private static final String LOG = "ledger.db-wal";
    private static final int PAGE = 4096;
    private static final int MOST_PAGES = 3;

    /// As an image is taken of a disk at work: file after file.
    void imageTo(Path image) throws IOException {
        copy(data, image, name -> !name.endsWith("-shm") && !name.endsWith(OwnerFiles.DRAFT));
    }

    /// An image takes the place of everything.
    void restore(Path image) throws IOException {
        for (var file : files(data)) {
            Files.delete(file);
        }
        copy(image, data, _ -> true);
    }

    /// The ledger as the power would leave it if it were cut now: nothing is moved from the log into the file.
    void ledgerTo(Path image) throws IOException {
        copy(data, image, name -> name.equals(LEDGER) || name.equals(LOG));
    }

    void restoreLedger(Path image) throws IOException {
        copy(image, data, _ -> true);
    }

    private static void copy(Path from, Path to, Predicate<String> which) throws IOException {
        Files.createDirectories(to);
        for (var file : files(from)) {
            if (which.test(file.getFileName() + "")) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        var files = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(directory, Files::isRegularFile)) {
            all.forEach(files::add);
        }
        return files;
    }

    /// `lot` says which bytes.
    void harm(String way, int lot) throws IOException {
        var random = new Random(lot);
        switch (way) {
            case "pages" -> {
                for (int i = random.nextInt(MOST_PAGES); i >= 0; i--) {
                    overwrite(LEDGER, PAGE, PAGE, random);
                }
            }
            case "log-head" -> overwriteHead();
            case "log-middle" -> overwrite(LOG, 1, 64, random);
            case "cut-short" -> cut(LOG, random.nextDouble());
            case "emptied" -> cut(LEDGER, 0);
            case "deleted" -> {
                Files.deleteIfExists(data.resolve(LEDGER));
                Files.deleteIfExists(data.resolve(LOG));
            }
            default -> throw new IllegalArgumentException("nothing is harmed by " + way);
        }
    }

    /// So many random bytes at a random multiple of `grain`.
    private void overwrite(String name, int grain, int length, Random random) throws IOException {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        try (var file = FileChannel.open(data.resolve(name), StandardOpenOption.WRITE)) {
            long places = Math.max(1, (file.size() - length) / grain + 1);
            file.write(ByteBuffer.wrap(bytes), random.nextLong(places) * grain);
        }
    }

    private void overwriteHead() throws IOException {
        try (var file = FileChannel.open(data.resolve(LOG), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[32]), 0);
        }
    }

    private void cut(String name, double share) throws IOException {
        try (var file = FileChannel.open(data.resolve(name), StandardOpenOption.WRITE)) {
            file.truncate((long) (file.size() * share));
        }
    }

    Path identity() {
        return data.resolve("identity.p12");
    }

    long logLength() throws IOException {
        var log = data.resolve(LOG);
        return Files.exists(log) ? Files.size(log) : 0;
    }

    Path beside(String name) {
        return data.resolveSibling(data.getFileName() + "-" + name);
    }
}
