package cn.dangqun.domain.quorum;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.rule.ProfileRef;
import java.time.Instant;
import java.util.OptionalInt;

/// The figures as announced at one moment, for the opening or for one item. Never changed: a late arrival leads to
/// a new snapshot before the next ballot, and a make-up signature to none (RULES §2, OQ-19).
public record QuorumSnapshot(
        ActivityId activity,
        OptionalInt agendaItem,
        Instant at,
        MeetingCount count,
        MeetingStatus result,
        ProfileRef profile,
        MemberId chair) {}
