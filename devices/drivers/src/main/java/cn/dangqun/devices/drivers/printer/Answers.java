package cn.dangqun.devices.drivers.printer;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What of our questions a printer answers. Learned while it works, since cheap ones lack one or the other.
enum Answers {
    /// Its status (`DLE EOT`), and when all before is printed (`GS r`)
    BOTH,
    /// The status alone: a ticket is on paper when it has been idle without a fault for longer than printing takes
    STATUS,
    /// `GS r` alone
    REPORT,
    /// Nothing, as the settings say: no ticket is ever certain
    NONE;

    /// As the settings write it; `auto` begins with the best.
    static Optional<Answers> of(String option) {
        return option.equals("auto")
                ? Optional.of(BOTH)
                : Stream.of(STATUS, REPORT, NONE)
                        .filter(each -> each.option().equals(option))
                        .findFirst();
    }

    String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean status() {
        return this == BOTH || this == STATUS;
    }

    boolean report() {
        return this != NONE;
    }
}
