package cn.dangqun.kiosk.db;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds rows in the bytes of a SQLite file or its log, whatever is left of the pages around them: every place where
/// the bytes could be a row is tried. What it finds may be stale or no row at all; the finder must know his rows by
/// themselves. See <https://www.sqlite.org/fileformat2.html>.
public final class RawRows {
    private static final int MOST_COLUMNS = 16;
    /// More does not fit into a message to the street.
    private static final int LARGEST_ROW = 1024 * 1024;

    private final RawPages pages;
    private final RawPages.Source source;
    private final byte[] bytes;
    private int at;

    private RawRows(RawPages pages, RawPages.Source source, byte[] bytes) {
        this.pages = pages;
        this.source = source;
        this.bytes = bytes;
    }

    /// A row as stored: the row id, and integers, texts and blobs.
    public static final class Row {
        private final long id;
        private final @Nullable Object[] columns;

        private Row(long id, @Nullable Object[] columns) {
            this.id = id;
            this.columns = columns;
        }

        public long id() {
            return id;
        }

        public int size() {
            return columns.length;
        }

        public OptionalLong integer(int column) {
            return columns[column] instanceof Long value ? OptionalLong.of(value) : OptionalLong.empty();
        }

        public Optional<String> text(int column) {
            return columns[column] instanceof String value ? Optional.of(value) : Optional.empty();
        }

        public Optional<byte[]> blob(int column) {
            return columns[column] instanceof byte[] value ? Optional.of(value) : Optional.empty();
        }
    }

    /// Tells of every row whose first column, a row id, is stored as nothing. `log` is empty where there is none.
    public static void find(byte[] file, byte[] log, Consumer<Row> found) {
        var pages = new RawPages(file, log);
        for (var source : RawPages.Source.values()) {
            var bytes = pages.bytes(source);
            var rows = new RawRows(pages, source, bytes);
            for (int start = 0; start < bytes.length; start++) {
                rows.rowsAt(start, found);
            }
        }
    }

    private void rowsAt(int start, Consumer<Row> found) {
        at = start;
        long size = varint();
        long id = varint();
        int header = at;
        long headerSize = varint();
        if (size < 4
                || size > LARGEST_ROW
                || headerSize < 2
                || headerSize > Math.min(size, 3L * MOST_COLUMNS)
                || at >= bytes.length
                || bytes[at] != 0) {
            return;
        }
        int bodyStart = header + (int) headerSize;
        var types = types(bodyStart, size - headerSize);
        if (types == null) {
            return;
        }
        if (size > OverflowChain.mostInPlace(pages.usable())) {
            OverflowChain.rows(pages, source, header, (int) size).stream()
                    .map(row -> new RawRows(pages, source, row).columns(types, (int) headerSize))
                    .forEach(columns -> found.accept(new Row(id, columns)));
        } else if (header + size <= bytes.length) {
            found.accept(new Row(id, columns(types, bodyStart)));
        }
    }

    /// What stands before `bodyStart`, if it describes a body of this size.
    private long @Nullable [] types(int bodyStart, long bodySize) {
        var types = new long[MOST_COLUMNS];
        int count = 0;
        long size = 0;
        while (at < bodyStart && count < MOST_COLUMNS) {
            long type = varint();
            if (type < 0 || length(type) > bodySize) {
                return null;
            }
            types[count++] = type;
            size += length(type);
        }
        return at == bodyStart && size == bodySize ? Arrays.copyOf(types, count) : null;
    }

    private @Nullable Object[] columns(long[] types, int bodyStart) {
        var columns = new @Nullable Object[types.length];
        at = bodyStart;
        for (int i = 0; i < types.length; i++) {
            columns[i] = value(types[i]);
        }
        return columns;
    }

    private @Nullable Object value(long type) {
        int length = (int) length(type);
        int from = at;
        at += length;
        if (type >= 12) {
            return type % 2 == 0
                    ? Arrays.copyOfRange(bytes, from, at)
                    : new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        return switch ((int) type) {
            case 0, 7, 10, 11 -> null; // nothing, a float, or reserved
            case 8 -> 0L;
            case 9 -> 1L;
            default -> integer(from, length);
        };
    }

    private long integer(int from, int length) {
        long value = bytes[from];
        for (int i = 1; i < length; i++) {
            value = (value << 8) | (bytes[from + i] & 0xFF);
        }
        return value;
    }

    private static long length(long type) {
        if (type >= 12) {
            return (type - 12) / 2;
        }
        return switch ((int) type) {
            case 1, 2, 3, 4 -> type;
            case 5 -> 6;
            case 6, 7 -> 8;
            default -> 0;
        };
    }

    /// SQLite's: seven bits a byte, the first bit says that more follow, the ninth byte is whole.
    private long varint() {
        long value = 0;
        for (int i = 0; i < 9 && at < bytes.length; i++) {
            int next = bytes[at++];
            if (i == 8) {
                return (value << 8) | (next & 0xFF);
            }
            value = (value << 7) | (next & 0x7F);
            if (next >= 0) {
                return value;
            }
        }
        return -1;
    }
}
