package cn.dangqun.server.queue;

/// How far a number is, as a word in the table.
enum Stage {
    WAITING,
    CALLED,
    PASSED,
    HELD,
    SERVED,
    WITHDRAWN,
    NO_SHOW,
    /// Reserved for another kiosk of the centre and never shown to anybody: nobody's number
    LAPSED
}
