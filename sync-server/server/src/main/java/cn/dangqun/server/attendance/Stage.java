package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.CheckInWindow;
import java.time.Instant;

/// Where an activity stands at a moment.
enum Stage {
    /// 未开始
    UPCOMING,
    /// 签到中
    OPEN,
    /// 已结束
    ENDED,
    /// 已取消
    CANCELLED;

    static Stage of(ActivityCount count, Instant now) {
        return count.cancelled() ? CANCELLED : of(count.activity().window(), now);
    }

    static Stage of(CheckInWindow window, Instant now) {
        if (now.isBefore(window.opens())) {
            return UPCOMING;
        }
        return window.isOpenAt(now) ? OPEN : ENDED;
    }
}
