package cn.dangqun.server.study;

import cn.dangqun.domain.study.StudyStatus;
import cn.dangqun.domain.study.StudyVerdict;

/// How somebody's year stands on a page.
enum HoursState {
    /// Everything the year demands is done
    REACHED,
    /// Enough so far
    ON_TRACK,
    /// Less than was due at the checkpoint
    BEHIND,
    /// The year is over and something is missing
    MISSED,
    /// Would be enough with what kiosks have not told yet, or no kiosk ever came: no data is no gap (F-64)
    AWAITED,
    /// Inside the year, and nothing is due yet
    OPEN,
    EXEMPT,
    /// The rules ask nothing
    NOTHING;

    /// `connected`: a kiosk came to the community. Without any, only what is enough can be said.
    static HoursState of(StudyVerdict known, StudyVerdict withAwaited, boolean connected) {
        var state = of(known);
        if (state == REACHED || state == EXEMPT) {
            return state;
        }
        boolean mayBeMore = state.lacks() ? of(withAwaited) != state : withAwaited.isReached();
        return connected && !mayBeMore ? state : AWAITED;
    }

    private static HoursState of(StudyVerdict verdict) {
        if (verdict.status() == StudyStatus.EXEMPT) {
            return EXEMPT;
        }
        if (verdict.isReached()) {
            return REACHED;
        }
        return switch (verdict.status()) {
            case BEHIND -> BEHIND;
            case NOT_MET -> MISSED;
            case ON_TRACK -> ON_TRACK;
            case MET, PENDING, EXEMPT -> OPEN;
        };
    }

    /// Whether the person is among those whose year is in 达标率.
    boolean isJudged() {
        return this != AWAITED && this != EXEMPT && this != NOTHING;
    }

    boolean lacks() {
        return this == BEHIND || this == MISSED;
    }
}
