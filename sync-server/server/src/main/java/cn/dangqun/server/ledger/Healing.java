package cn.dangqun.server.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.wire.Hello;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What a street that came back from an older backup hears again. A kiosk that says hello knows how far it was
/// told that the street has its records; where the street has fewer, these are what it lost, and what the kiosk
/// sends anew.
public record Healing(Handle handle) {
    /// Records of one kiosk: `told` it had been told of, `again` came since then, `gone` nobody has any more.
    public record Healed(String kiosk, long told, long again, long gone) {
        public boolean isWhole() {
            return again == told;
        }
    }

    /// The last record of which the kiosk was told that the street has it; 0 when it does not say. It looks at its end
    /// first and then at what is unsent, so this is never too much.
    static long told(Hello hello) {
        return hello.hasHealth() ? hello.getLastSeq() - hello.getHealth().getUnsent() : 0;
    }

    void note(KioskId kiosk, Epoch epoch, long from, long through, long now) {
        handle.execute(
                "INSERT INTO healing (street, kiosk, epoch, from_seq, through_seq, noted_at) VALUES (1, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (street, kiosk, epoch, from_seq) DO UPDATE"
                        + " SET through_seq = excluded.through_seq WHERE healing.through_seq < excluded.through_seq",
                kiosk.value(),
                epoch.hex(),
                from,
                through,
                now);
    }

    /// Kiosk by kiosk; also what it carried over into another ledger counts as come again.
    public List<Healed> all() {
        return handle.createQuery("""
                        SELECT h.kiosk, h.through_seq - h.from_seq + 1 AS told,
                          (SELECT count(*) FROM chain c JOIN fact f ON f.street = 1 AND f.chain = c.number
                            WHERE c.street = 1 AND c.kiosk = h.kiosk AND c.epoch = h.epoch
                              AND f.seq BETWEEN h.from_seq AND h.through_seq)
                          + (SELECT count(DISTINCT f.origin_seq) FROM fact_carried f
                            WHERE f.street = 1 AND f.origin_kiosk = h.kiosk AND f.origin_epoch = h.epoch
                              AND f.origin_seq BETWEEN h.from_seq AND h.through_seq AND f.repeats = 0) AS again,
                          (SELECT coalesce(sum(l.missing), 0) FROM ledger_conflict l
                            WHERE l.street = 1 AND l.kiosk = h.kiosk AND l.epoch = h.epoch AND l.kind = 'GAP'
                              AND l.seq = h.from_seq) AS gone
                        FROM healing h WHERE h.street = 1 ORDER BY h.kiosk, h.noted_at""")
                .map((row, context) -> new Healed(
                        row.getString("kiosk"), row.getLong("told"), row.getLong("again"), row.getLong("gone")))
                .list();
    }
}
