package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.place.StaffMember;
import java.time.Instant;
import java.util.List;

/// What the door of the staff corner shows. The PIN itself is never part of a state.
public sealed interface StaffUnlockState {
    /// The street has sent no staff yet.
    record NobodyKnown() implements StaffUnlockState {}

    /// The names could not be read from disk.
    record Unreadable() implements StaffUnlockState {}

    record Choosing(List<StaffMember> people) implements StaffUnlockState {
        public Choosing {
            people = List.copyOf(people);
        }
    }

    record Entering(StaffMember person, int digits, Remark remark) implements StaffUnlockState {}

    /// The one-time code was right: the person chooses a PIN, and types it `again`.
    record SettingPin(StaffMember person, int digits, boolean again, PinRemark remark) implements StaffUnlockState {}

    record Checking(StaffMember person) implements StaffUnlockState {}

    record LockedOut(StaffMember person, Instant until) implements StaffUnlockState {}

    /// What is to be said of the PIN that was chosen.
    enum PinRemark {
        NONE,
        /// Too short, or the first that somebody tries
        TOO_SIMPLE,
        /// Not the same twice
        DIFFERENT,
        NOT_SAVED
    }

    /// What happened at the last try.
    sealed interface Remark {
        record None() implements Remark {}

        record Wrong(int triesLeft) implements Remark {}

        record NotSaved() implements Remark {}
    }
}
