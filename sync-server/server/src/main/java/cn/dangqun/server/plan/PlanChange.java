package cn.dangqun.server.plan;

import java.time.Instant;

/// A line of the history of a planned activity: what was done, by whom and why.
record PlanChange(Kind kind, String reason, String words, String login, Instant at) {
    enum Kind {
        /// 安排
        PLANNED,
        /// 调整
        CHANGED,
        /// 改期
        POSTPONED,
        /// 取消
        CANCELLED
    }
}
