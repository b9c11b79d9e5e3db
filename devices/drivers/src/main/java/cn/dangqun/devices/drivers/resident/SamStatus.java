package cn.dangqun.devices.drivers.resident;

import java.util.Arrays;

/// The third status byte of a SAM-V answer, and what follows from it (PLATFORM §2b).
enum SamStatus {
    OK(0x90, Meaning.DONE, "done"),
    FOUND(0x9F, Meaning.DONE, "card found"),
    NONE_FOUND(0x80, Meaning.NO_CARD, "no card"),
    BAD_CHECKSUM(0x10, Meaning.LINE, "the reader saw a bad checksum"),
    BAD_LENGTH(0x11, Meaning.LINE, "the reader saw a bad length"),
    BAD_COMMAND(0x21, Meaning.LINE, "the reader saw a bad command"),
    NOT_ALLOWED(0x23, Meaning.DEVICE, "the reader may not do this"),
    UNKNOWN_COMMAND(0x24, Meaning.LINE, "the reader does not know the command"),
    CARD_REJECTS_SAM(0x31, Meaning.CARD, "the card rejects the module"),
    SAM_REJECTS_CARD(0x32, Meaning.CARD, "the module rejects the card"),
    DATA_CHECK_FAILED(0x33, Meaning.CARD, "the data check failed"),
    FINGERPRINT_CHECK_FAILED(0x37, Meaning.CARD, "the fingerprint check failed"),
    WRONG_DATA_LENGTH(0x3F, Meaning.CARD, "the length of the data is wrong"),
    UNKNOWN_CARD_TYPE(0x40, Meaning.CARD_KIND, "unknown type of card"),
    READ_FAILED(0x41, Meaning.CARD, "reading failed"),
    NO_RANDOM(0x47, Meaning.CARD, "no random number"),
    SELF_TEST_FAILED(0x60, Meaning.DEVICE, "the self-test failed"),
    NOT_AUTHORISED(0x66, Meaning.DEVICE, "the module is not authorised"),
    SELECT_FAILED(0x81, Meaning.CARD, "selecting failed"),
    NO_SUCH_ITEM(0x91, Meaning.CARD, "no such item"),
    /// Any other byte
    UNDEFINED(-1, Meaning.CARD, "undefined status");

    /// Who has to act.
    enum Meaning {
        DONE,
        /// Nothing lies on the reader
        NO_CARD,
        /// The command was damaged on its way: send it again
        LINE,
        /// Mostly a moved card: find, select and read again
        CARD,
        /// Not an ID card we can read
        CARD_KIND,
        /// The reader itself refuses: a case for its vendor
        DEVICE
    }

    private final int code;
    private final Meaning meaning;
    private final String detail;

    SamStatus(int code, Meaning meaning, String detail) {
        this.code = code;
        this.meaning = meaning;
        this.detail = detail;
    }

    static SamStatus of(byte code) {
        return Arrays.stream(values())
                .filter(status -> status.code == (code & 0xFF))
                .findFirst()
                .orElse(UNDEFINED);
    }

    Meaning meaning() {
        return meaning;
    }

    String detail() {
        return detail;
    }
}
