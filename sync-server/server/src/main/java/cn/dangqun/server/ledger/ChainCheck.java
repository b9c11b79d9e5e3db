package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.store.SqliteFile;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Opens a copy of the database, looks at every page and follows every chain from its first fact to its last. Blocks.
public final class ChainCheck {
    private ChainCheck() {}

    /// A chain that holds. `hash`: of its last fact, hex.
    public record Chain(long number, String kiosk, String epoch, long through, String hash) {}

    /// What a copy that fails its check says.
    public static final class BrokenCopyException extends IOException {
        private static final long serialVersionUID = 1;

        BrokenCopyException(String what) {
            super(what);
        }
    }

    /// A record whose guest was forgotten is taken by the hash beside it, since it cannot be followed any more.
    ///
    /// @throws BrokenCopyException when it does not hold
    public static List<Chain> check(SqliteFile file, GuestSeal guests) throws SQLException, IOException {
        try (var copy = file.openForReading()) {
            if (!SqliteFile.isSound(copy)) {
                throw new BrokenCopyException("its pages are not sound");
            }
            return follow(copy, guests);
        }
    }

    private static List<Chain> follow(Connection copy, GuestSeal guests) throws SQLException, IOException {
        var chains = new ArrayList<Chain>();
        try (var statement = copy.createStatement();
                var row = statement.executeQuery(
                        "SELECT number, kiosk, epoch, last_seq, last_hash FROM chain WHERE street = 1")) {
            while (row.next()) {
                long number = row.getLong(1);
                var kiosk = new KioskId(row.getString(2));
                var epoch = new Epoch(row.getString(3));
                var end = follow(copy, guests, number, FactChain.genesis(kiosk, epoch), row.getLong(4));
                if (row.getLong(4) > 0 && !Arrays.equals(end, row.getBytes(5))) {
                    throw new BrokenCopyException("chain " + number + " does not end as it says");
                }
                chains.add(new Chain(
                        number,
                        kiosk.value(),
                        epoch.hex(),
                        row.getLong(4),
                        HexFormat.of().formatHex(end)));
            }
        }
        return chains;
    }

    private static byte[] follow(Connection copy, GuestSeal guests, long chain, byte[] genesis, long last)
            throws SQLException, IOException {
        var hash = genesis;
        long seq = 0;
        try (var statement = copy.prepareStatement(
                "SELECT seq, record, hash FROM fact WHERE street = 1 AND chain = ? ORDER BY seq")) {
            statement.setLong(1, chain);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    seq++;
                    hash = next(guests, chain, hash, row);
                    if (row.getLong(1) != seq || !isKept(hash, row.getBytes(3))) {
                        throw new BrokenCopyException("chain " + chain + " breaks at " + seq);
                    }
                }
            }
        }
        if (seq != last) {
            throw new BrokenCopyException("chain " + chain + " ends at " + seq + ", not at " + last);
        }
        return hash;
    }

    /// Where the row keeps none, the next that is kept shows it, or the end of the chain.
    private static boolean isKept(byte[] hash, byte[] kept) {
        return hash.length > 0 && (kept.length == 0 || Arrays.equals(hash, kept));
    }

    private static byte[] next(GuestSeal guests, long chain, byte[] hash, ResultSet row)
            throws SQLException, BrokenCopyException {
        try {
            var opened = guests.opened(chain, row.getLong(1), ByteString.copyFrom(row.getBytes(2)));
            return opened.isWhole() ? FactChain.next(hash, opened.record().toByteArray()) : row.getBytes(3);
        } catch (UnopenedRecordException e) {
            throw new BrokenCopyException(String.valueOf(e.getMessage()));
        }
    }
}
