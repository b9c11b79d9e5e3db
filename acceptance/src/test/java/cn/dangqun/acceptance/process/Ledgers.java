package cn.dangqun.acceptance.process;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.kiosk.db.DiskKey;
import cn.dangqun.kiosk.db.RowSeal;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Reads the files of kiosk and street directly, so that a test believes the disk and not the program it tests.
public final class Ledgers {
    /// Epoch and previous hash.
    private static final int BEFORE_THE_RECORD = 48;

    private Ledgers() {}

    /// All facts on a kiosk's disk, in order; its key lies there too.
    public static List<RecordedFact> ofKiosk(Path file, KioskId kiosk)
            throws SQLException, UnreadableException, IOException, GeneralSecurityException {
        var seal = seal(file.resolveSibling("ledger.keys"), kiosk);
        var sql = "SELECT head.epoch, seq, record FROM head, fact ORDER BY fact.seq";
        return rows(file, sql, row -> {
            var opened = seal.open("fact " + row.getLong(2), row.getBytes(3));
            var record = Arrays.copyOfRange(opened, BEFORE_THE_RECORD, opened.length);
            return FactCodec.decode(kiosk, new Epoch(row.getString(1)), record);
        });
    }

    private static RowSeal seal(Path keys, KioskId kiosk) throws IOException, GeneralSecurityException {
        var text = DiskKey.ofLedgerKeys(keys, Optional.empty()).open("ledger keys", Files.readAllBytes(keys));
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(kiosk.value() + " "))
                .map(line -> Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1)))
                .map(RowSeal::under)
                .reduce((earlier, later) -> later)
                .orElseThrow();
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
