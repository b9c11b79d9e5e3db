package cn.dangqun.store;

import java.io.IOException;

/// Why a sealed file cannot be read.
public final class SealedFileException extends IOException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /// `HARMED`: at least one byte is not what was written. `CUT_SHORT`: its end is missing.
    public enum Reason {
        NOT_SEALED,
        NEWER_FORM,
        HEADER_HARMED,
        WRONG_PASSPHRASE,
        HARMED,
        CUT_SHORT
    }

    SealedFileException(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
