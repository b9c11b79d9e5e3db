package cn.dangqun.simulation.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// SQLite at work on moving its log into its file when the power goes: the first pages of the log's last commit are in
/// the file, one is there in part, and the log is whole. See "WAL-mode File Format" of SQLite.
final class Checkpoint {
    private static final int HEADER = 32;
    private static final int FRAME = 24;
    private static final int PAGE_SIZE = 8;
    private static final int SALTS = 16;
    private static final int SECTOR = 512;

    private Checkpoint() {}

    /// `file` and `log` lie on an image that nobody has open.
    static void tear(Path file, Path log, SplittableRandom chance) throws IOException {
        var pages = pages(ByteBuffer.wrap(Files.readAllBytes(log)));
        if (pages.isEmpty()) {
            return;
        }
        int whole = chance.nextInt(pages.size());
        try (var out = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            for (var page : pages.entrySet()) {
                int size = page.getValue().limit();
                int sectors = whole > 0 ? size / SECTOR : chance.nextInt(size / SECTOR);
                out.position((page.getKey() - 1L) * size);
                out.write(page.getValue().limit(sectors * SECTOR));
                if (whole == 0) {
                    return;
                }
                whole--;
            }
        }
    }

    /// The newest of each page up to the last commit, by number.
    private static Map<Integer, ByteBuffer> pages(ByteBuffer log) {
        var pages = new TreeMap<Integer, ByteBuffer>();
        if (log.limit() < HEADER) {
            return pages;
        }
        int size = log.getInt(PAGE_SIZE);
        var since = new TreeMap<Integer, ByteBuffer>();
        for (int at = HEADER;
                at + FRAME + size <= log.limit() && log.getLong(at + Long.BYTES) == log.getLong(SALTS);
                at += FRAME + size) {
            since.put(log.getInt(at), log.slice(at + FRAME, size));
            if (log.getInt(at + Integer.BYTES) != 0) {
                pages.putAll(since);
                since.clear();
            }
        }
        return pages;
    }
}
