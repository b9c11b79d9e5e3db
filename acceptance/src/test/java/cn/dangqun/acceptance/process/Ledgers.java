package cn.dangqun.acceptance.process;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads the files of kiosk and street directly, so that a test believes the disk and not the program it tests.
public final class Ledgers {
    private Ledgers() {}

    /// All facts on a kiosk's disk, in order.
    public static List<RecordedFact> ofKiosk(Path file, KioskId kiosk) throws SQLException, UnreadableException {
        var sql = "SELECT head.epoch, record FROM head, fact ORDER BY fact.seq";
        return rows(file, sql, row -> FactCodec.decode(kiosk, new Epoch(row.getString(1)), row.getBytes(2)));
    }

    /// All facts of a kiosk on the street's disk, in the order in which they were stored.
    public static List<RecordedFact> ofStreet(Path file, KioskId kiosk) throws SQLException, UnreadableException {
        var sql = "SELECT epoch, record FROM fact JOIN chain ON number = chain WHERE kiosk = '" + kiosk.value()
                + "' ORDER BY chain, seq";
        return rows(file, sql, row -> FactCodec.decode(kiosk, new Epoch(row.getString(1)), row.getBytes(2)));
    }

    /// Members whom the street counts in an activity, one entry a row.
    public static List<String> counted(Path file, String activity) throws SQLException, UnreadableException {
        return rows(
                file,
                "SELECT member FROM attendance WHERE activity = '" + activity + "' ORDER BY member",
                row -> row.getString(1));
    }

    public static long number(Path file, String sql) throws SQLException, UnreadableException {
        return rows(file, sql, row -> row.getLong(1)).getFirst();
    }

    /// Makes one value of one row.
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException, UnreadableException;
    }

    private static <T> List<T> rows(Path file, String sql, Reading<T> reading)
            throws SQLException, UnreadableException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(reading.of(result));
            }
            return rows;
        }
    }
}
