package cn.dangqun.store;

import java.util.concurrent.RejectedExecutionException;

/// A work was not taken, and nothing of it is on the disk.
public final class RefusedException extends RejectedExecutionException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    /// Why not.
    public enum Why {
        /// Too much waits already: come back later
        FULL,
        CLOSED,
        /// The process is about to end
        BROKEN
    }

    RefusedException(Why why) {
        super("the writer takes no work: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
