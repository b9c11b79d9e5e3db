package cn.dangqun.kiosk.checkin;

/// What the check-in screen shows.
sealed interface CheckInState {
    /// Nothing: the screen is not in use
    record Resting() implements CheckInState {}

    /// The desk takes longer than a person waits without wondering
    record Working() implements CheckInState {}

    /// `turn` grows with every new answer, so that the same answer given to two people is two showings.
    record Result(long turn, CheckInAnswer answer) implements CheckInState {}
}
