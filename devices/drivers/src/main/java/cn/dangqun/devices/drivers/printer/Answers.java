package cn.dangqun.devices.drivers.printer;

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

    boolean status() {
        return this == BOTH || this == STATUS;
    }

    boolean report() {
        return this != NONE;
    }
}
