package cn.dangqun.server.intake;

/// What a row would come to.
enum IntakeOutcome {
    NEW,
    MOVED,
    CHANGED,
    SAME,
    /// An earlier row of the file is the same person
    DUPLICATE,
    /// A person must decide; the row is not applied
    DOUBTFUL,
    /// Something in it cannot be
    WRONG;

    boolean isApplied() {
        return this == NEW || this == MOVED || this == CHANGED;
    }
}
