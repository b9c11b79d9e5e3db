package cn.dangqun.domain.quorum;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.rule.ProfileRef;
import java.util.List;

/// Whether a meeting may vote, and the result of each item, with the rules and figures that led there.
public record MeetingVerdict(
        ProfileRef profile,
        MeetingRules rules,
        ActivityType type,
        MeetingCount count,
        int votingPresentNeeded,
        MeetingStatus status,
        List<ItemVerdict> items) {
    public MeetingVerdict {
        items = List.copyOf(items);
    }

    /// 还需 n 人: how many voting members are missing before the meeting may vote.
    public int stillNeeded() {
        return Math.max(0, votingPresentNeeded - count.votingPresent());
    }
}
