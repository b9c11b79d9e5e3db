package cn.dangqun.server.ledger;

import cn.dangqun.protocol.FactChain;
import cn.dangqun.server.db.DirectSql;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// The hashes of one chain. A row keeps its own where the record beside it does not lie as it came, and every
/// [#EVERY]th; the others follow from the kept one before them and the records between (decision 0050). `genesis`:
/// before the first.
record ChainHashes(Handle handle, long chain, ByteString genesis) {
    /// So that to find one means to read at most as many records.
    static final int EVERY = 16;

    private static final String KEPT =
            "SELECT seq, hash FROM fact WHERE street = 1 AND chain = ? AND seq BETWEEN ? AND ?"
                    + " AND length(hash) > 0 ORDER BY seq DESC LIMIT 1";

    private static final String ON =
            "SELECT seq, record, hash FROM fact WHERE street = 1 AND chain = ? AND seq BETWEEN ? AND ? ORDER BY seq";

    private record Kept(long seq, ByteString hash) {}

    /// What the row of `fact` is to keep of its hash, when `stored` is how its record will lie there.
    static ByteString kept(Arrived fact, ByteString stored) {
        return fact.seq() % EVERY == 0 || !stored.equals(fact.record()) ? fact.hash() : ByteString.EMPTY;
    }

    /// The hash after record `seq`; empty when the street has no such record.
    Optional<ByteString> at(long seq) {
        return Optional.ofNullable(between(seq, seq).get(seq));
    }

    /// Those after the records from `from` through `through`, as far as there are any.
    Map<Long, ByteString> between(long from, long through) {
        var before = before(from);
        var hashes = new TreeMap<Long, ByteString>();
        DirectSql.read(
                handle,
                ON,
                statement -> {
                    statement.setLong(1, chain);
                    statement.setLong(2, before.seq() + 1);
                    statement.setLong(3, through);
                    return 3;
                },
                row -> {
                    var last = hashes.isEmpty()
                            ? before.hash()
                            : hashes.lastEntry().getValue();
                    var own = row.getBytes(3);
                    hashes.put(
                            row.getLong(1),
                            ByteString.copyFrom(
                                    own.length > 0 ? own : FactChain.next(last.toByteArray(), row.getBytes(2))));
                });
        return hashes.tailMap(from, true);
    }

    /// The nearest one that can be read off, before `seq`.
    private Kept before(long seq) {
        var found = new ArrayList<Kept>(1);
        DirectSql.read(
                handle,
                KEPT,
                statement -> {
                    statement.setLong(1, chain);
                    statement.setLong(2, Math.max(0, seq - EVERY));
                    statement.setLong(3, seq - 1);
                    return 3;
                },
                row -> found.add(new Kept(row.getLong(1), ByteString.copyFrom(row.getBytes(2)))));
        return found.isEmpty() ? new Kept(0, genesis) : found.getFirst();
    }
}
