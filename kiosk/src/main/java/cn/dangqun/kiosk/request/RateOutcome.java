package cn.dangqun.kiosk.request;

/// What rating came to.
public enum RateOutcome {
    DONE,
    /// Somebody did before: what they said stands
    ALREADY,
    /// It is still being seen to, or not known any more
    NOT_CLOSED,
    NOT_SAVED
}
