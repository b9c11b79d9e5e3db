package cn.dangqun.kiosk.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// The log beside a SQLite file. SQLite forgets in silence everything behind the first damaged frame, even what was
/// committed; so one must look before SQLite does. See <https://www.sqlite.org/fileformat2.html#walformat>.
final class WriteAheadLog {
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int COMMIT_AT = 4;
    private static final int SALT_AT = 8;
    private static final int CHECKSUM_AT = 16;
    private static final int HEADER_SALT_AT = 16;
    private static final int HEADER_CHECKSUM_AT = 24;

    private final ByteBuffer log;
    private final ByteBuffer words;
    private final int pageSize;
    private int sum1;
    private int sum2;

    private WriteAheadLog(byte[] bytes) {
        log = ByteBuffer.wrap(bytes);
        words = ByteBuffer.wrap(bytes).order((log.getInt(0) & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        pageSize = log.getInt(8);
    }

    /// Whether commits lie behind a frame that is damaged. What a power cut left of a last commit is no damage.
    static boolean hasLostCommits(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        var bytes = Files.readAllBytes(file);
        return bytes.length > HEADER + FRAME_HEADER && new WriteAheadLog(bytes).hasLostCommits();
    }

    private boolean hasLostCommits() {
        sum(0, HEADER_CHECKSUM_AT);
        if (Integer.bitCount(pageSize) != 1 || pageSize < 512 || !isSum(HEADER_CHECKSUM_AT)) {
            return true;
        }
        int frame = HEADER;
        while (isWhole(frame) && isOfThisLog(frame) && isSound(frame)) {
            frame += FRAME_HEADER + pageSize;
        }
        for (; isWhole(frame); frame += FRAME_HEADER + pageSize) {
            if (isOfThisLog(frame) && log.getInt(frame + COMMIT_AT) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isWhole(int frame) {
        return frame + FRAME_HEADER + pageSize <= log.capacity();
    }

    /// Frames of an earlier use of the file carry other salts.
    private boolean isOfThisLog(int frame) {
        return log.getLong(frame + SALT_AT) == log.getLong(HEADER_SALT_AT);
    }

    private boolean isSound(int frame) {
        sum(frame, SALT_AT);
        sum(frame + FRAME_HEADER, pageSize);
        return isSum(frame + CHECKSUM_AT);
    }

    private boolean isSum(int at) {
        return log.getInt(at) == sum1 && log.getInt(at + Integer.BYTES) == sum2;
    }

    private void sum(int from, int length) {
        for (int at = from; at < from + length; at += 2 * Integer.BYTES) {
            sum1 += words.getInt(at) + sum2;
            sum2 += words.getInt(at + Integer.BYTES) + sum1;
        }
    }
}
