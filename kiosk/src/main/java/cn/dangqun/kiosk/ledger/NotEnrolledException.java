package cn.dangqun.kiosk.ledger;

/// A fact cannot be appended before the kiosk has its identity.
public final class NotEnrolledException extends Exception {
    private static final long serialVersionUID = 1L;

    NotEnrolledException() {
        super("the ledger has no kiosk yet");
    }
}
