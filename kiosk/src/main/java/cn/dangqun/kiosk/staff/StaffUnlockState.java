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

    record Checking(StaffMember person) implements StaffUnlockState {}

    record LockedOut(StaffMember person, Instant until) implements StaffUnlockState {}

    /// What happened at the last try.
    sealed interface Remark {
        record None() implements Remark {}

        record Wrong(int triesLeft) implements Remark {}

        record NotSaved() implements Remark {}
    }
}
