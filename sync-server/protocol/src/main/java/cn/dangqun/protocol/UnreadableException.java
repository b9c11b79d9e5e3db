package cn.dangqun.protocol;

/// Bytes that are not what they should be. `fault` says how; the message is for the log and holds no content.
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    /// How the bytes failed.
    public enum Fault {
        /// Not the encoding at all, or fields out of range
        MALFORMED,
        /// A kind, or a choice within a kind, that this version does not know
        UNKNOWN_KIND
    }

    private final Fault fault;

    public UnreadableException(Fault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    public UnreadableException(String detail, Throwable cause) {
        super(detail, cause);
        this.fault = Fault.MALFORMED;
    }

    public Fault fault() {
        return fault;
    }
}
