package cn.dangqun.kiosk.ledger;

/// What a piece of ledger work came to. Only [Done] follows a commit that is on the disk.
public sealed interface Commit<T> {
    record Done<T>(T value) implements Commit<T> {}

    /// Nothing of the work is on the disk.
    record NotSaved<T>(Reason reason) implements Commit<T> {}

    /// Why nothing was saved.
    enum Reason {
        /// The disk is full
        FULL,
        /// The disk or the file failed, or the work itself did
        FAILED,
        /// Too much waits for a disk that does not answer
        BUSY,
        /// Without an identity no fact can be numbered
        NOT_ENROLLED,
        CLOSED
    }
}
