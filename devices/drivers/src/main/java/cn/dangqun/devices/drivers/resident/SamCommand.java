package cn.dangqun.devices.drivers.resident;

import java.time.Duration;

/// What we ask a SAM-V reader. The newest address and the fingerprint can be asked for too; we have no use for them,
/// so they stay in the card.
enum SamCommand {
    STATUS(0x11FF, Duration.ofMillis(500)),
    FIND(0x2001, Duration.ofMillis(500)),
    SELECT(0x2002, Duration.ofMillis(800)),
    /// Text and photo; 1295 bytes take 112 ms at 115200 baud and 1.4 s at 9600
    READ(0x3001, Duration.ofSeconds(3));

    private final int code;
    private final Duration patience;

    SamCommand(int code, Duration patience) {
        this.code = code;
        this.patience = patience;
    }

    /// How long a reader may take to answer.
    Duration patience() {
        return patience;
    }

    byte[] frame() {
        return SamFrame.of(new byte[] {(byte) (code >> 8), (byte) code});
    }

    /// False for the late answer to an earlier command, which must not pass for the answer to this one.
    boolean isAnsweredBy(SamReply reply) {
        return switch (reply.status().meaning()) {
            case DONE -> isDoneBy(reply.status(), reply.data().length);
            case NO_CARD -> this == FIND;
            case CARD, CARD_KIND -> this == SELECT || this == READ;
            case LINE, DEVICE -> true;
        };
    }

    private boolean isDoneBy(SamStatus status, int length) {
        return switch (this) {
            case STATUS -> status == SamStatus.OK && length == 0;
            case FIND -> status == SamStatus.FOUND;
            case SELECT -> status == SamStatus.OK && length == 8;
            case READ -> status == SamStatus.OK && length > 8;
        };
    }
}
