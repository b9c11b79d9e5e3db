package cn.dangqun.kiosk.db;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Where the pages of a SQLite file and of its log lie, as far as there are any. One page may lie there several times,
/// and nobody knows which copy is damaged: all of them are told. See <https://www.sqlite.org/fileformat2.html>.
final class RawPages {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int FILE_HEADER = 100;
    private static final int SIZE_AT = 16;
    private static final int RESERVED_AT = 20;
    private static final int LOG_MAGIC = 0x377f0682; // or one more, by the order of bytes in its checksums
    private static final int LOG_HEADER = 32;
    private static final int LOG_SIZE_AT = 8;
    private static final int FRAME_HEADER = 24;
    private static final int SMALLEST = 512;
    private static final int LARGEST = 65_536;
    private static final int LEAST_USABLE = 480;
    /// What SQLite takes when it is not told, and we do not tell it: for when both headers are lost.
    private static final int ORDINARY = 4096;

    private final byte[] file;
    private final byte[] log;
    private final int pageSize;
    private final int usable;
    private final Map<Integer, List<Copy>> copies = new HashMap<>();

    /// What the bytes lie in: its header, and that before each page.
    enum Source {
        FILE(0, 0),
        LOG(LOG_HEADER, FRAME_HEADER);

        private final int header;
        private final int pageHeader;

        Source(int header, int pageHeader) {
            this.header = header;
            this.pageHeader = pageHeader;
        }
    }

    /// `time`: 0 in the file, then the number of the frame in the log; pages of one row were written at one time.
    record Copy(int time, ByteBuffer content) {}

    RawPages(byte[] file, byte[] log) {
        this.file = file;
        this.log = log;
        boolean isHeaderLeft = file.length >= FILE_HEADER
                && Arrays.equals(MAGIC, Arrays.copyOf(file, MAGIC.length))
                && isSize(sizeInFile())
                && sizeInFile() - (file[RESERVED_AT] & 0xFF) >= LEAST_USABLE;
        this.pageSize = isHeaderLeft ? sizeInFile() : sizeInLog();
        this.usable = isHeaderLeft ? pageSize - (file[RESERVED_AT] & 0xFF) : pageSize;
        takeFile();
        takeLog();
    }

    private int sizeInFile() {
        int stored = ByteBuffer.wrap(file).getShort(SIZE_AT) & 0xFFFF;
        return stored == 1 ? LARGEST : stored;
    }

    private int sizeInLog() {
        if (log.length >= LOG_HEADER && (ByteBuffer.wrap(log).getInt(0) & ~1) == LOG_MAGIC) {
            int stored = ByteBuffer.wrap(log).getInt(LOG_SIZE_AT);
            return isSize(stored) ? stored : ORDINARY;
        }
        return ORDINARY;
    }

    private static boolean isSize(int size) {
        return size >= SMALLEST && size <= LARGEST && Integer.bitCount(size) == 1;
    }

    private void takeFile() {
        for (int at = 0; at + usable <= file.length; at += pageSize) {
            take(at / pageSize + 1, 0, ByteBuffer.wrap(file, at, usable));
        }
    }

    private void takeLog() {
        int frame = LOG_HEADER;
        for (int time = 1; frame + FRAME_HEADER + usable <= log.length; time++) {
            take(ByteBuffer.wrap(log).getInt(frame), time, ByteBuffer.wrap(log, frame + FRAME_HEADER, usable));
            frame += FRAME_HEADER + pageSize;
        }
    }

    private void take(int number, int time, ByteBuffer page) {
        copies.computeIfAbsent(number, _ -> new ArrayList<>(1)).add(new Copy(time, page.slice()));
    }

    /// How much of a page holds content.
    int usable() {
        return usable;
    }

    /// All that may be the page of this number, each content once, those nearest to `time` first; nothing when there
    /// is no such page.
    List<Copy> copies(int number, int time) {
        var all = copies.getOrDefault(number, List.of());
        if (all.size() < 2) {
            return all;
        }
        var contents = new HashSet<ByteBuffer>();
        return all.stream()
                .sorted(Comparator.comparingInt(copy -> Math.abs(copy.time() - time)))
                .filter(copy -> contents.add(copy.content()))
                .toList();
    }

    byte[] bytes(Source source) {
        return switch (source) {
            case FILE -> file;
            case LOG -> log;
        };
    }

    /// When the page was written that holds the byte at `at`.
    int timeOf(Source source, int at) {
        return switch (source) {
            case FILE -> 0;
            case LOG -> 1 + index(source, at);
        };
    }

    /// Behind the content of the page that holds the byte at `at`.
    int endOfPage(Source source, int at) {
        int page = source.header + index(source, at) * (source.pageHeader + pageSize);
        return Math.min(bytes(source).length, page + source.pageHeader + usable);
    }

    private int index(Source source, int at) {
        return Math.max(0, at - source.header) / (source.pageHeader + pageSize);
    }
}
