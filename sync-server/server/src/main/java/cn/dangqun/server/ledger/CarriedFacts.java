package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.Origin;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.server.db.DirectSql;
import com.google.protobuf.ByteString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Which record speaks for a fact that was written into more than one ledger. Carrying is harmless, however often it is
/// repeated: of all records with one origin only one reaches the projections.
public record CarriedFacts(Handle handle) {
    /// Takes note that the record `at` was first written as `origin`. True when that fact stands here already.
    boolean note(Place at, Origin origin) {
        boolean repeats = locate(origin).isPresent();
        handle.execute(
                "INSERT INTO fact_carried (street, chain, seq, origin_kiosk, origin_epoch, origin_seq, origin_hash,"
                        + " repeats) VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
                at.chain(),
                at.seq(),
                origin.id().kiosk().value(),
                origin.id().epoch().hex(),
                origin.id().seq(),
                bytes(origin),
                repeats ? 1 : 0);
        return repeats;
    }

    /// Where the fact stands that was first written as `origin`; empty when the street has no such fact.
    public Optional<Place> locate(Origin origin) {
        return held(origin).or(() -> carriedAs(origin));
    }

    /// Where the fact stands that the record `at` is about: there, unless it repeats what stands elsewhere.
    public Place locate(Place at) {
        return handle.createQuery("SELECT origin_kiosk, origin_epoch, origin_seq, origin_hash FROM fact_carried"
                        + " WHERE street = 1 AND chain = ? AND seq = ? AND repeats = 1")
                .bind(0, at.chain())
                .bind(1, at.seq())
                .map((row, ignored) -> new Origin(
                        new FactId(
                                new KioskId(row.getString("origin_kiosk")),
                                new Epoch(row.getString("origin_epoch")),
                                row.getLong("origin_seq")),
                        HexFormat.of().formatHex(row.getBytes("origin_hash"))))
                .findOne()
                .flatMap(this::locate)
                .orElse(at);
    }

    private Optional<Place> held(Origin origin) {
        var id = origin.id();
        var head = new LedgerStore(handle).head(id.kiosk(), id.epoch());
        if (id.seq() < 1 || id.seq() > head.seq()) {
            return Optional.empty();
        }
        return new ChainHashes(handle, head.chain(), ByteString.copyFrom(FactChain.genesis(id.kiosk(), id.epoch())))
                .at(id.seq())
                .filter(ByteString.copyFrom(bytes(origin))::equals)
                .map(same -> new Place(head.chain(), id.seq()));
    }

    private Optional<Place> carriedAs(Origin origin) {
        return handle.createQuery("SELECT chain, seq FROM fact_carried WHERE street = 1 AND origin_kiosk = ?"
                        + " AND origin_epoch = ? AND origin_seq = ? AND origin_hash = ? AND repeats = 0")
                .bind(0, origin.id().kiosk().value())
                .bind(1, origin.id().epoch().hex())
                .bind(2, origin.id().seq())
                .bind(3, bytes(origin))
                .map((row, ignored) -> place(row))
                .findOne();
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getLong("chain"), row.getLong("seq"));
    }

    /// Whether facts of this ledger were carried into another one. Then it is over: nothing new may be written in it,
    /// so that an original never comes after what was carried of it.
    boolean isCarriedOn(KioskId kiosk, Epoch epoch) {
        return DirectSql.isAny(
                handle,
                "SELECT EXISTS (SELECT 1 FROM fact_carried WHERE street = 1 AND origin_kiosk = ? AND origin_epoch = ?)",
                kiosk.value(),
                epoch.hex());
    }

    private static byte[] bytes(Origin origin) {
        return HexFormat.of().parseHex(origin.hash());
    }
}
