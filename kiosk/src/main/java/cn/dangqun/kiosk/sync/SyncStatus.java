package cn.dangqun.kiosk.sync;

import java.time.Instant;
import java.util.Optional;

/// What staff see of the connection to the street (F-61).
/// `clock`: how the two clocks compare, once the street was heard since the start.
public record SyncStatus(
        Link link,
        long pending,
        Optional<Instant> oldestPending,
        Optional<Instant> lastContact,
        Optional<ClockOffset> clock) {

    /// Without a word of the street's clock.
    public SyncStatus(Link link, long pending, Optional<Instant> oldestPending, Optional<Instant> lastContact) {
        this(link, pending, oldestPending, lastContact, Optional.empty());
    }

    public sealed interface Link {
        record Connected() implements Link {}

        record Connecting() implements Link {}

        /// The street said no; `reason` names why, for staff.
        record Refused(RefusalReason reason) implements Link {}

        /// This kiosk's own certificate has ended: staff must enrol it anew.
        record CertificateExpired() implements Link {}

        /// Not enrolled yet: staff must enter a one-time code.
        record NotEnrolled() implements Link {}
    }

    /// Refusals that staff must act on or report.
    public enum RefusalReason {
        SOFTWARE_TOO_OLD,
        SOFTWARE_TOO_NEW,
        REVOKED,
        LEDGER_CONFLICT,
        /// The street was restored from a backup older than what this kiosk has kept
        LEDGER_GAP,
        OTHER
    }
}
