package cn.dangqun.domain.fact;

/// What duty staff did with the kiosk itself; `staff` is the street's identifier of the person (F-80).
public sealed interface StaffFact extends Fact {
    String staff();

    /// Opened the staff corner.
    record StaffUnlocked(String staff) implements StaffFact {}
}
