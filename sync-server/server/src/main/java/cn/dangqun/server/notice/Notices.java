package cn.dangqun.server.notice;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.RollEntry;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.server.reference.StreetRoster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// How far the notice of an activity has got, by its rolls as they are now.
public record Notices(StreetRoster roster) {
    /// Ahead of the meeting; a warning only, since no number stands in the rules (OQ-06).
    public static final Duration AHEAD = Duration.ofDays(3);

    public record Standing(int due, int told) {
        public boolean isComplete() {
            return told == due;
        }
    }

    List<MemberId> due(Handle handle, Activity activity) {
        return roster.now(handle).rolls(activity).stream()
                .map(RollSnapshot::entries)
                .flatMap(List::stream)
                .filter(each -> each.exemption().isEmpty())
                .map(RollEntry::member)
                .distinct()
                .toList();
    }

    /// Empty for what has begun.
    public Optional<Standing> of(Handle handle, Activity activity, Instant now) {
        if (!activity.starts().isAfter(now)) {
            return Optional.empty();
        }
        var due = due(handle, activity);
        var told = new NoticeStore(handle).of(activity.id());
        return Optional.of(new Standing(
                due.size(), (int) due.stream().filter(told::containsKey).count()));
    }

    /// Whether somebody who is told only now is told late.
    public static boolean isLate(Activity activity, Instant now) {
        return activity.starts().minus(AHEAD).isBefore(now);
    }
}
