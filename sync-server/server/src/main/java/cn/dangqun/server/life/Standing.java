package cn.dangqun.server.life;

import cn.dangqun.domain.duty.ActivityState;
import cn.dangqun.domain.duty.ActivityValidity;

/// Why an activity counts for a duty, or does not.
enum Standing {
    COUNTS,
    CANCELLED,
    /// Not begun, or not over
    AHEAD,
    /// Nobody came, as far as all kiosks say (OQ-36)
    NOT_HELD,
    /// Nobody is known to have come, and kiosks have not told yet
    AWAITED,
    /// 支委会 with fewer than its rules ask for (RULES §4)
    NO_QUORUM,
    /// A lecture by somebody else
    OTHER_LECTURER;

    ActivityState state() {
        return switch (this) {
            case COUNTS, NO_QUORUM, OTHER_LECTURER -> ActivityState.HELD;
            case CANCELLED -> ActivityState.CANCELLED;
            case AHEAD, NOT_HELD, AWAITED -> ActivityState.PLANNED;
        };
    }

    ActivityValidity validity() {
        return this == NO_QUORUM ? ActivityValidity.INVALID : ActivityValidity.VALID;
    }
}
