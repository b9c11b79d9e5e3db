package cn.dangqun.devices.api;

import java.util.Optional;

/// Which contactless UIDs may stand for a card (F-01): 7, 8 or 10 bytes. Four-byte UIDs are drawn at random by phones
/// and bank cards, run out, and are sold re-writable, so they are never an identity; neither is a constant filling.
public final class UidRule {
    private UidRule() {}

    /// The refusal to report, or empty when the UID is good.
    public static Optional<DeviceFault> objection(byte[] uid) {
        return switch (uid.length) {
            case 7, 8, 10 -> isConstant(uid) ? refused("a UID of one repeated byte") : Optional.empty();
            default -> refused("a UID of " + uid.length + " bytes");
        };
    }

    /// True when every byte is the same, as in the all-zero PUPI of a resident ID card.
    public static boolean isConstant(byte[] bytes) {
        for (byte b : bytes) {
            if (b != bytes[0]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<DeviceFault> refused(String detail) {
        return Optional.of(new DeviceFault(DeviceFault.Kind.CARD_WITHOUT_IDENTITY, detail));
    }
}
