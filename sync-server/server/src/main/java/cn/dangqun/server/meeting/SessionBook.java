package cn.dangqun.server.meeting;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// What was recorded of sessions, in the words of their pages, for whoever writes a year's book. Call it inside
/// one read transaction.
public record SessionBook(Handle handle, Texts texts, Times times) {

    /// Of whoever was voted on for admission at these, what stands of the vote: its numbers and its outcome.
    public Map<MemberId, String> admissions(Collection<ActivityId> activities) {
        var admissions = new LinkedHashMap<MemberId, String>();
        for (var activity : activities) {
            new SessionReader(handle)
                    .told(activity).stream()
                            .flatMap(told -> told.record().agenda().stream())
                            .filter(item -> item.kind() == AgendaKind.ADMIT_MEMBER)
                            .forEach(item -> item.about()
                                    .ifPresent(member -> item.standing()
                                            .ifPresent(taken -> admissions.put(
                                                    member, new SessionPage(texts, times).vote(item, taken)))));
        }
        return admissions;
    }

    /// As each kiosk told it; empty where no kiosk ran it as a session. Names are masked unless `fullNames`.
    public List<SessionModel.Told> told(ActivityId activity, boolean fullNames) {
        return new SessionPage(texts, times).told(new SessionReader(handle), activity, fullNames);
    }
}
