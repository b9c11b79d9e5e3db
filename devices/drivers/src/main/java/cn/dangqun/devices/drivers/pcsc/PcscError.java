package cn.dangqun.devices.drivers.pcsc;

import javax.smartcardio.CardNotPresentException;
import org.jspecify.annotations.Nullable;

/// What a PC/SC failure means for us. The JDK tells it only by the text of an exception deep in the chain of causes.
enum PcscError {
    /// No reader is plugged in
    NO_READERS,
    /// The card was taken away or lost power while being read
    CARD_GONE,
    /// This reader is gone
    READER_GONE,
    /// Another program holds the card exclusively
    SHARED,
    /// pcscd is gone, or something we do not know; the context is not to be trusted any more
    SERVICE_GONE;

    static PcscError of(Throwable failure) {
        if (failure instanceof CardNotPresentException) {
            return CARD_GONE;
        }
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            var code = t.getMessage();
            if (code != null && code.startsWith("SCARD_")) {
                return ofCode(code);
            }
        }
        return SERVICE_GONE;
    }

    private static PcscError ofCode(String code) {
        return switch (code) {
            case "SCARD_E_NO_READERS_AVAILABLE" -> NO_READERS;
            case "SCARD_W_REMOVED_CARD",
                    "SCARD_W_RESET_CARD",
                    "SCARD_W_UNPOWERED_CARD",
                    "SCARD_W_UNRESPONSIVE_CARD",
                    "SCARD_W_UNSUPPORTED_CARD",
                    "SCARD_E_NO_SMARTCARD",
                    "SCARD_E_NOT_TRANSACTED",
                    "SCARD_E_PROTO_MISMATCH" -> CARD_GONE;
            case "SCARD_E_READER_UNAVAILABLE", "SCARD_E_UNKNOWN_READER" -> READER_GONE;
            case "SCARD_E_SHARING_VIOLATION" -> SHARED;
            default -> SERVICE_GONE;
        };
    }
}
