package cn.dangqun.domain.quorum;

import cn.dangqun.domain.activity.AgendaKind;
import java.util.Optional;

/// One item of the agenda; each applicant is an item of their own. `setAside` is what the meeting decided
/// instead of a ballot.
public record AgendaItem(int no, AgendaKind kind, Optional<SetAside> setAside) {

    public enum SetAside {
        /// 下次会议再议
        DEFERRED,
        /// 报告上级党组织
        ESCALATED
    }

    public AgendaItem {
        if (no < 1) {
            throw new IllegalArgumentException("agenda items are numbered from 1");
        }
    }

    public AgendaItem(int no, AgendaKind kind) {
        this(no, kind, Optional.empty());
    }
}
