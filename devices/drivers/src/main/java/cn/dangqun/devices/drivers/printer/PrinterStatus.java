package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.util.Optional;
import java.util.Set;

/// All that a printer said of itself in one round of questions.
record PrinterStatus(Set<PrinterCondition> conditions) {
    PrinterStatus {
        conditions = Set.copyOf(conditions);
    }

    /// Why it cannot print now; the cause a person can mend comes first.
    Optional<DeviceFault> fault() {
        if (has(PrinterCondition.COVER_OPEN)) {
            return fault(Kind.COVER_OPEN, "the cover is open");
        }
        if (has(PrinterCondition.PAPER_END) || has(PrinterCondition.STOPPED_BY_PAPER_END)) {
            return fault(Kind.PAPER_OUT, "out of paper");
        }
        if (has(PrinterCondition.CUTTER_ERROR)) {
            return fault(Kind.REFUSED, "the cutter is jammed");
        }
        if (has(PrinterCondition.AUTO_RECOVERABLE_ERROR)) {
            return fault(Kind.REFUSED, "the print head is too hot, it recovers by itself");
        }
        if (has(PrinterCondition.UNRECOVERABLE_ERROR)) {
            return fault(Kind.REFUSED, "unrecoverable error, switch it off and on");
        }
        if (has(PrinterCondition.RECOVERABLE_ERROR) || has(PrinterCondition.ERROR)) {
            return fault(Kind.REFUSED, "error without a named cause");
        }
        if (has(PrinterCondition.OFFLINE) || has(PrinterCondition.WAITING_FOR_RECOVERY)) {
            return fault(Kind.REFUSED, "offline");
        }
        return Optional.empty();
    }

    boolean isPaperNearEnd() {
        return has(PrinterCondition.PAPER_NEAR_END);
    }

    private boolean has(PrinterCondition condition) {
        return conditions.contains(condition);
    }

    private static Optional<DeviceFault> fault(Kind kind, String detail) {
        return Optional.of(new DeviceFault(kind, detail));
    }
}
