package cn.dangqun.devices.api;

/// Why a device does not work, in kinds that call for different advice. `detail` is English, for the log, free of
/// personal data.
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
        COVER_OPEN,
        /// Its settings cannot work; retrying will not help
        MISCONFIGURED
    }
}
