package cn.dangqun.kiosk.guest;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.protocol.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The guests of one activity as this kiosk knows them: who is here, the last first, and whom one may find by name. For
/// staff only (OQ-37).
public record GuestSheet(Activity activity, boolean isOpen, List<Known> known, List<Guest> here) {
    public GuestSheet {
        known = List.copyOf(known);
        here = List.copyOf(here);
    }

    /// Somebody of another home whom the street lists here.
    public record Known(MemberId member, String name, String organization, GuestKind kind) {
        @Override
        public String toString() {
            return "Known[" + member + ", " + kind + "]";
        }
    }

    /// Who was received and is on no roll; a `member`, or the record `seq` of this ledger, which is 0 for one that was
    /// carried over. `name` is empty for who is known by a card alone or in `ink`, their own hand.
    public record Guest(
            Optional<MemberId> member,
            long seq,
            String name,
            Optional<GuestKind> kind,
            Instant at,
            Optional<Ink> ink,
            boolean byStaff) {
        @Override
        public String toString() {
            return "Guest[" + member + ", " + seq + ", " + kind + "]";
        }

        /// Only what staff registered is theirs to take back here.
        boolean mayBeWithdrawn() {
            return byStaff && (member.isPresent() || seq > 0);
        }
    }

    /// Name and where the person belongs, as far as they are still here.
    public record Ink(Optional<Signature> name, Optional<Signature> belongs) {
        @Override
        public String toString() {
            return "Ink";
        }
    }
}
