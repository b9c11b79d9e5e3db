package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.kiosk.db.RowSeal;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.db.UnopenedException;
import cn.dangqun.protocol.FactChain;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/// What a row of `fact` says, open or sealed. Sealed, the column `record` holds epoch, previous hash and record as one;
/// `hash` and `previous` are empty and `epoch` is too, since whoever has two hashes can try who stands between them. A
/// row still proves itself alone.
record FactForm(Epoch epoch, ByteString previous, ByteString record, ByteString hash) {
    /// To be selected for [#read].
    static final String COLUMNS = "seq, record, hash, previous, epoch";

    private static final int EPOCH_BYTES = 16;
    private static final byte[] NOTHING = {};

    /// Of the columns that stand first in the row.
    static FactForm read(SqliteConnection db, ResultSet row) throws SQLException {
        var record = row.getBytes(2);
        var hash = row.getBytes(3);
        return hash.length == 0
                ? opened(db.rows(), row.getLong(1), record)
                : new FactForm(
                        new Epoch(row.getString(5)),
                        ByteString.copyFrom(row.getBytes(4)),
                        ByteString.copyFrom(record),
                        ByteString.copyFrom(hash));
    }

    /// @throws UnopenedException when it was sealed with another key, or for another number
    static FactForm opened(RowSeal rows, long seq, byte[] sealed) throws UnopenedException {
        var bytes = ByteBuffer.wrap(rows.open(place(seq), sealed));
        var epoch = taken(bytes, EPOCH_BYTES);
        var previous = taken(bytes, FactChain.HASH_BYTES);
        var record = taken(bytes, bytes.remaining());
        return new FactForm(
                new Epoch(HexFormat.of().formatHex(epoch)),
                ByteString.copyFrom(previous),
                ByteString.copyFrom(record),
                ByteString.copyFrom(FactChain.next(previous, record)));
    }

    private static byte[] taken(ByteBuffer from, int length) {
        var bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static String place(long seq) {
        return "fact " + seq;
    }

    /// Values for `record`, `hash`, `previous` and `epoch`, in this order.
    Object[] columns(RowSeal rows, long seq) {
        if (!rows.isSealing()) {
            return new Object[] {record.toByteArray(), hash.toByteArray(), previous.toByteArray(), epoch.hex()};
        }
        var plain = ByteBuffer.allocate(EPOCH_BYTES + FactChain.HASH_BYTES + record.size())
                .put(HexFormat.of().parseHex(epoch.hex()))
                .put(previous.toByteArray())
                .put(record.toByteArray());
        return new Object[] {rows.seal(place(seq), plain.array()), NOTHING, NOTHING, ""};
    }
}
