package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.Origin;
import cn.dangqun.protocol.UnreadableException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes facts of ledgers that ended into the one that goes on, in order, each with its origin. What the street has
/// already is carried as well: it knows by the origin, and only what is left out can be lost.
final class CarryOver {
    private static final Logger log = LoggerFactory.getLogger(CarryOver.class);

    private final Map<FactId, Origin> origins = new HashMap<>();

    /// `all`: every fact that may name another or be named.
    CarryOver(List<KeptFact> all) {
        for (var fact : all) {
            try {
                origins.put(fact.id(), fact.origin());
            } catch (UnreadableException e) {
                log.error("A fact stays behind: {}", e.getMessage());
            }
        }
    }

    /// Each fact once, although pages given up may hold it as it stood in an earlier ledger; in the order in which they
    /// were first written, so that whatever refers to another comes after it.
    List<KeptFact> inOrder(List<KeptFact> facts) {
        var once = new HashMap<Origin, KeptFact>();
        var began = new HashMap<Epoch, Long>();
        for (var fact : facts) {
            var origin = origins.get(fact.id());
            if (origin != null) {
                once.putIfAbsent(origin, fact);
                began.merge(origin.id().epoch(), fact.wallMillis(), Math::min);
            }
        }
        return once.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Origin, KeptFact> each) ->
                                began.getOrDefault(each.getKey().id().epoch(), 0L))
                        .thenComparing(each -> each.getKey().id().epoch().hex())
                        .thenComparingLong(each -> each.getKey().id().seq()))
                .map(Map.Entry::getValue)
                .toList();
    }

    void write(LedgerTransaction transaction, List<KeptFact> facts) throws SQLException, NotEnrolledException {
        for (var fact : facts) {
            if (origins.containsKey(fact.id())) {
                transaction.carry(fact, seq -> origin(fact, seq));
            }
        }
    }

    private Optional<Origin> origin(KeptFact beside, long seq) {
        return seq < 1
                ? Optional.empty()
                : Optional.ofNullable(
                        origins.get(new FactId(beside.id().kiosk(), beside.id().epoch(), seq)));
    }
}
