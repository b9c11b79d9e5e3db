package cn.dangqun.bench.sync;

import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.server.db.Database;
import cn.dangqun.store.SqliteFile;
import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The rows that the street keeps of facts, written by two prepared statements and nothing else: a transaction for each
/// 256, into a fresh file of the same tables, indexes and settings.
final class PlainInserts {
    private static final String FACT =
            "INSERT INTO fact (street, chain, seq, received_at, record, hash) VALUES (1, ?, ?, ?, ?, ?)";
    private static final String ATTENDANCE =
            "INSERT INTO attendance (street, chain, seq, activity, member, role, method, late, at, roll, clock, counted)"
                    + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";

    /// As the street keeps them.
    private static final int HASH_EACH = 16;

    private record Row(int chain, RecordedFact fact, ByteString record, ByteString hash) {}

    private final List<Row> rows = new ArrayList<>();

    PlainInserts(int kiosks, int factsEach) {
        for (int number = 0; number < kiosks; number++) {
            var kiosk = new KioskId("kiosk-" + number);
            var hash = FactChain.genesis(kiosk, MadeUpFacts.epoch(number));
            for (int index = 0; index < factsEach; index++) {
                var fact = MadeUpFacts.fact(kiosk, number, index);
                var record = FactCodec.encode(fact);
                hash = FactChain.next(hash, record);
                rows.add(new Row(number + 1, fact, ByteString.copyFrom(record), ByteString.copyFrom(hash)));
            }
        }
    }

    int size() {
        return rows.size();
    }

    /// What it took.
    record Took(Duration wall, Duration cpu) {}

    /// Writes them into `file`, which is not there yet.
    Took into(Path file) throws SQLException {
        Database.open(file).close();
        try (var connection = new SqliteFile(file).open()) {
            connection.setAutoCommit(false);
            return write(connection);
        }
    }

    private Took write(Connection connection) throws SQLException {
        try (var fact = connection.prepareStatement(FACT);
                var attendance = connection.prepareStatement(ATTENDANCE)) {
            var worked = BenchCity.worked();
            long began = System.nanoTime();
            for (int first = 0; first < rows.size(); first += MadeUpFacts.TOGETHER) {
                for (var row : rows.subList(first, Math.min(rows.size(), first + MadeUpFacts.TOGETHER))) {
                    bindFact(fact, row);
                    bindAttendance(attendance, row, (AttendanceFact.CheckedIn) row.fact.fact());
                }
                fact.executeBatch();
                attendance.executeBatch();
                connection.commit();
            }
            return new Took(
                    Duration.ofNanos(System.nanoTime() - began),
                    BenchCity.worked().minus(worked));
        }
    }

    private static void bindFact(PreparedStatement into, Row row) throws SQLException {
        into.setLong(1, row.chain);
        into.setLong(2, row.fact.id().seq());
        into.setLong(3, row.fact.clock().wall().toEpochMilli());
        into.setBytes(4, row.record.toByteArray());
        into.setBytes(5, row.fact.id().seq() % HASH_EACH == 0 ? row.hash.toByteArray() : new byte[0]);
        into.addBatch();
    }

    private static void bindAttendance(PreparedStatement into, Row row, AttendanceFact.CheckedIn fact)
            throws SQLException {
        into.setLong(1, row.chain);
        into.setLong(2, row.fact.id().seq());
        into.setString(3, fact.activity().value());
        into.setString(4, fact.member().value());
        into.setString(5, fact.role().name());
        into.setString(6, fact.method().name());
        into.setInt(7, fact.late() ? 1 : 0);
        into.setLong(8, row.fact.clock().instant().toEpochMilli());
        into.setString(9, fact.roll().orElseThrow().value());
        into.setInt(10, 0);
        into.addBatch();
    }
}
