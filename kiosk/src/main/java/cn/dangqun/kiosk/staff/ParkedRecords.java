package cn.dangqun.kiosk.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the street has set aside of this kiosk's facts, newest first, in words for staff (DESIGN §4, §13). Waits for
/// the disk: call from a background thread.
public interface ParkedRecords {
    /// @throws IllegalStateException when the ledger cannot be read
    List<ParkedRecord> list();

    /// `name`: whose, in full, where it is known. `activity` is empty where it is of none.
    record ParkedRecord(Optional<Instant> at, What what, Optional<String> name, String activity, Why why) {}

    enum What {
        CHECK_IN,
        GUEST,
        UNDO,
        OTHER
    }

    enum Why {
        /// The street cannot read it
        UNREADABLE,
        /// The street's software is older than this kiosk's
        UNKNOWN_KIND,
        /// It contradicts what stands already
        IMPOSSIBLE,
        OTHER
    }
}
