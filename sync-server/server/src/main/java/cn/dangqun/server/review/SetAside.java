package cn.dangqun.server.review;

import cn.dangqun.domain.fact.StreetFact.Settlement;
import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.Optional;

/// Something of a kiosk's ledger that did not flow on: a record, or, without `record`, a ledger from `seq` on.
/// `first` and `last`: by the street's clock.
record SetAside(
        Kind kind,
        String kiosk,
        String kioskName,
        String site,
        String epoch,
        long seq,
        Instant first,
        Instant last,
        long times,
        boolean settled,
        Optional<Decision> decision,
        Optional<ByteString> record) {

    /// What somebody decided about the record.
    record Decision(Settlement settlement, String login, String reason, Instant at) {}

    /// As stored: reasons of `fact_quarantine`, kinds of `ledger_conflict`.
    enum Kind {
        UNREADABLE,
        UNKNOWN_KIND,
        IMPOSSIBLE,
        FAILED,
        NOT_ITS_OWN,
        CHAIN_FORKED,
        GAP,
        CHAIN_BROKEN;

        boolean isOfLedger() {
            return this == CHAIN_FORKED || this == CHAIN_BROKEN || this == GAP;
        }
    }
}
