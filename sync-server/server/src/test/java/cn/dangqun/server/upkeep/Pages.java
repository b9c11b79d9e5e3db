package cn.dangqun.server.upkeep;

import cn.dangqun.store.SqliteFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The pages of a closed SQLite file, found by its format (sqlite.org/fileformat2.html), to destroy.
record Pages(Path file) {
    private static final int PAGE = 4096;
    private static final int LEAST_LEAF = 8;
    private static final int RIGHTMOST = 8;
    private static final int POINTERS = 12;

    int root(String name) throws SQLException {
        try (var connection = new SqliteFile(file).openForReading();
                var statement = connection.prepareStatement("SELECT rootpage FROM sqlite_schema WHERE name = ?")) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.getInt(1);
            }
        }
    }

    boolean isLeaf(int page) throws IOException {
        return read(page).get(0) > LEAST_LEAF;
    }

    /// In the order of their keys.
    List<Integer> leaves(int page) throws IOException {
        if (isLeaf(page)) {
            return List.of(page);
        }
        var bytes = read(page);
        var found = new ArrayList<Integer>();
        for (int cell = 0; cell < bytes.getShort(3); cell++) {
            found.addAll(leaves(bytes.getInt(bytes.getShort(POINTERS + 2 * cell))));
        }
        found.addAll(leaves(bytes.getInt(RIGHTMOST)));
        return found;
    }

    private ByteBuffer read(int page) throws IOException {
        try (var raw = new RandomAccessFile(file.toFile(), "r")) {
            var bytes = new byte[PAGE];
            raw.seek((page - 1L) * PAGE);
            raw.readFully(bytes);
            return ByteBuffer.wrap(bytes);
        }
    }

    void destroy(int page) throws IOException {
        var noise = new byte[PAGE];
        Arrays.fill(noise, (byte) 0xA5);
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek((page - 1L) * PAGE);
            raw.write(noise);
        }
    }
}
