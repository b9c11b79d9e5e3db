package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.Origin;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.kiosk.db.SqliteConnection;
import com.google.protobuf.ByteString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/// Everything the facts are read into, in the transaction that writes them.
final class Projections {
    private Projections() {}

    /// `hash`: the fact's own, in this ledger.
    static void apply(SqliteConnection db, RecordedFact recorded, ByteString hash) throws SQLException {
        AttendanceProjection.apply(db, recorded, hash);
        TicketProjection.apply(db, recorded, hash);
    }

    /// The chain hash of the fact where it was first written: the same however often it is carried.
    static byte[] key(RecordedFact recorded, ByteString hash) {
        return recorded.carried().map(Projections::key).orElseGet(hash::toByteArray);
    }

    static byte[] key(Origin origin) {
        return HexFormat.of().parseHex(origin.hash());
    }

    /// The ledger ends; what it holds is about to be carried over.
    static void leave(SqliteConnection db) throws SQLException {
        AttendanceProjection.leave(db);
        TicketProjection.forget(db, 0);
    }

    /// Writes the projections of all kept facts anew; what purged facts left behind stays.
    static void rebuild(SqliteConnection db, LedgerHead head) throws SQLException {
        AttendanceProjection.forget(db, head.purgedSeq());
        TicketProjection.forget(db, head.purgedSeq());
        for (var stored : db.list("SELECT record, hash FROM fact ORDER BY seq", Stored::of)) {
            var fact = Facts.decode(head, stored.record().toByteArray());
            if (fact.isPresent()) {
                apply(db, fact.get(), stored.hash());
            }
        }
    }

    private record Stored(ByteString record, ByteString hash) {
        static Stored of(ResultSet row) throws SQLException {
            return new Stored(ByteString.copyFrom(row.getBytes(1)), ByteString.copyFrom(row.getBytes(2)));
        }
    }
}
