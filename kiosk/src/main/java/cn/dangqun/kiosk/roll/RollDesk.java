package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.protocol.Signature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The rolls of this kiosk's activities. What reads the disk is called on a background thread; recording may be asked
/// on any thread, and its future completes on any, never exceptionally.
public interface RollDesk {
    /// Those near today that have a roll, today's first. Reads the disk.
    List<Activity> activities();

    /// Empty when the street no longer plans it. Reads the disk.
    ///
    /// @throws java.io.UncheckedIOException when the disk cannot be read
    Optional<RollSheet> sheet(ActivityId activity);

    /// What members have written at this kiosk, as far as it is still here. Reads the disk.
    ///
    /// @throws java.io.UncheckedIOException when the disk cannot be read
    Map<MemberId, Signature> signatures(ActivityId activity);

    /// Organisations of this site that may hold an activity of this type, by name.
    List<Organization> organizers(ActivityType type);

    /// Begins what nobody had planned; the roll is frozen with it. Empty when it could not be saved (OQ-35).
    CompletableFuture<Optional<ActivityId>> begin(SessionFact.AdHoc activity, StaffMember by);

    CompletableFuture<Answer> record(ActivityId activity, RollAct act, StaffMember by);

    enum Answer {
        /// On the disk
        DONE,
        /// Things stand otherwise by now; nothing was recorded
        OVERTAKEN,
        /// The disk did not take it
        NOT_SAVED
    }
}
