package cn.dangqun.server.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// A line of a member's history: what was done to the entry, since when it holds, by whom and why. `words` says it as a
/// person reads it.
public record MemberChange(
        Kind kind, Optional<LocalDate> effectiveOn, String reason, String words, String login, Instant at) {

    public enum Kind {
        /// 登记
        ENTERED,
        /// 组织关系转接
        TRANSFERRED,
        /// 转正
        CONFIRMED,
        /// 调整小组、关系
        PLACED,
        /// 更正: it never was as it had been entered
        CORRECTED,
        /// 信息更新: what the books say of the person
        DETAILS,
        /// 证件登记
        NUMBER,
        /// 任职
        SEATED,
        /// 离任
        UNSEATED,
        /// 转出
        MOVED_OUT,
        /// 去世
        DIED,
        /// 出党
        EXPELLED,
        /// 名册导入
        IMPORTED,
        /// 申请免计应到
        EXEMPTION_ASKED,
        /// 同意免计应到
        EXEMPTION_GRANTED,
        /// 不同意免计应到
        EXEMPTION_REFUSED,
        /// 不再免计应到
        EXEMPTION_ENDED,
        /// 停用卡片
        CARD_RETIRED
    }

    @Override
    public String toString() {
        return "MemberChange[" + kind + "]";
    }
}
