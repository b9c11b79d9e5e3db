package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.place.StaffMember;
import java.util.Optional;

/// Which screen is up.
public sealed interface ShellState {
    record Idle() implements ShellState {}

    record Home() implements ShellState {}

    /// At the place with this id; `by` is present where it is for staff.
    record At(String place, Optional<StaffMember> by) implements ShellState {}

    /// Something unforeseen happened; `code` finds it in the log.
    record Trouble(String code) implements ShellState {}
}
