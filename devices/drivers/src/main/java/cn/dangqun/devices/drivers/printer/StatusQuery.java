package cn.dangqun.devices.drivers.printer;

import java.util.EnumSet;
import java.util.Set;

/// The four questions of `DLE EOT n`.
enum StatusQuery {
    PRINTER(1),
    OFFLINE_CAUSE(2),
    ERROR_CAUSE(3),
    PAPER(4);

    private static final int FIXED_MASK = 0x93;
    private static final int FIXED_BITS = 0x12;

    private final int number;

    StatusQuery(int number) {
        this.number = number;
    }

    byte[] command() {
        return new byte[] {0x10, 0x04, (byte) number};
    }

    /// Bits 0 and 7 are off and bits 1 and 4 on in every answer to `DLE EOT` and in nothing else a printer sends.
    static boolean isAnswer(int octet) {
        return (octet & FIXED_MASK) == FIXED_BITS;
    }

    /// `octet`: an answer as told by [#isAnswer].
    Set<PrinterCondition> conditions(int octet) {
        var said = EnumSet.allOf(PrinterCondition.class);
        said.removeIf(condition -> !condition.isSaidBy(this, octet));
        return said;
    }
}
