package cn.dangqun.kiosk.staff;

/// What stands on 重启、退出程序.
sealed interface ProgramState {
    record Shut() implements ProgramState {}

    /// `restarts`: a restart can be offered.
    record Choosing(boolean restarts) implements ProgramState {}

    /// Is it meant?
    record Asking(Wish wish) implements ProgramState {}

    /// It closes; nothing more can be done here.
    record Closing(Wish wish) implements ProgramState {}

    enum Wish {
        RESTART,
        END
    }
}
