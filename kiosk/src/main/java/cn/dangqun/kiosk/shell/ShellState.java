package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.staff.StaffDesk.StaffMember;

/// Which screen is up.
public sealed interface ShellState {
    record Idle() implements ShellState {}

    record Home() implements ShellState {}

    record CheckIn() implements ShellState {}

    record Activities() implements ShellState {}

    record Wall() implements ShellState {}

    record Privacy() implements ShellState {}

    record Help() implements ShellState {}

    record StaffUnlock() implements ShellState {}

    record StaffCorner(StaffMember by) implements ShellState {}

    record SelfTest(StaffMember by) implements ShellState {}

    /// The street does not know this kiosk yet.
    record Enrolment() implements ShellState {}

    /// Something unforeseen happened; `code` finds it in the log.
    /// 取号办事
    record TakeNumber() implements ShellState {}

    /// 叫号, from the staff corner only
    record Calling(StaffMember by) implements ShellState {}

    record Trouble(String code) implements ShellState {}
}
