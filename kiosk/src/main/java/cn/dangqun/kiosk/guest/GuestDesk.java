package cn.dangqun.kiosk.guest;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.protocol.Signature;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The guests of this kiosk's activities. What reads the disk is called on a background thread; recording may be asked
/// on any thread, and its future completes on any, never exceptionally.
public interface GuestDesk {
    /// Empty when the street no longer plans it. Reads the disk.
    ///
    /// @throws java.io.UncheckedIOException when the disk cannot be read
    Optional<GuestSheet> sheet(ActivityId activity);

    CompletableFuture<Answer> record(ActivityId activity, GuestAct act, StaffMember by);

    /// Reasons are the words that stood on the button.
    sealed interface GuestAct {
        String reason();

        /// Somebody whom the street knows as 双报到 or 流动 of the organisations that hold the activity.
        record Admit(MemberId member, String reason) implements GuestAct {}

        /// Somebody whom it does not know: name and where they belong, in their own hand.
        record Name(GuestKind kind, Signature name, Signature belongs, String reason) implements GuestAct {}

        /// It was a mistake: that guest counts no longer.
        record Withdraw(GuestSheet.Guest guest, String reason) implements GuestAct {}
    }

    enum Answer {
        /// On the disk
        DONE,
        /// Things stand otherwise by now; nothing was recorded
        OVERTAKEN,
        /// The disk did not take it
        NOT_SAVED
    }
}
