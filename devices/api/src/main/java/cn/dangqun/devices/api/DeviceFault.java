package cn.dangqun.devices.api;

/// Why a device does not work, or why one card was not accepted, in kinds that call for different advice. `detail` is
/// English, for the log, free of personal data.
public record DeviceFault(Kind kind, String detail) {
    public enum Kind {
        /// The service or the port is not there (pcscd not running, no such device file)
        NOT_FOUND,
        /// Was there and is gone: cable, hub, power
        DISCONNECTED,
        /// Present but silent
        NO_ANSWER,
        /// Answers, but not in its protocol
        GARBLED,
        /// Rejected by the device itself (self-test, authorisation)
        REFUSED,
        /// Somebody else holds it
        BUSY,
        PAPER_OUT,
        /// No room left on what it writes to
        FULL,
        COVER_OPEN,
        /// Its settings cannot work; retrying will not help
        MISCONFIGURED,
        /// The driver itself broke; the log has the stack
        DRIVER_ERROR,
        /// Card: taken away or moved before it was read; place it again
        CARD_MOVED,
        /// Card: says nothing that belongs to it alone (4-byte or random UID, zero serial); another way is needed
        /// (F-01)
        CARD_WITHOUT_IDENTITY,
        /// Card: of a kind this reader or this kiosk does not know
        CARD_UNSUPPORTED,
        /// Card: outside the validity period printed on it
        CARD_EXPIRED,
        /// Card: read, but its contents contradict themselves or the standard
        CARD_INVALID
    }
}
