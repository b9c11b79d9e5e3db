package cn.dangqun.kiosk.checkin;

/// What the check-in screen shows.
sealed interface CheckInState {
    /// Nothing: the screen is not in use
    record Resting() implements CheckInState {}

    /// The desk takes longer than a person waits without wondering
    record Working() implements CheckInState {}

    /// `turn` grows with every new answer, so that the same answer given to two people is two showings. Before it is
    /// `settled`, a finger that comes down was meant for what stood there before: its buttons do nothing.
    /// `othersWait`: somebody tapped while the person in front was being asked.
    record Result(long turn, CheckInAnswer answer, boolean settled, boolean othersWait) implements CheckInState {}
}
