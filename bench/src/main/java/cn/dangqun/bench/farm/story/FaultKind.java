package cn.dangqun.bench.farm.story;

import java.util.List;
import java.util.regex.Pattern;

/// What goes wrong, and in which ways it can.
public enum FaultKind {
    /// Both ends see the connection die.
    LINE_CUT(Needs.NOTHING, "cut"),
    /// Nobody sees anything, and nothing comes through.
    LINE_STUCK(Needs.NOTHING, "stuck"),
    /// Of the bytes that pass some are other ones, are missing, or come twice.
    WRONG_BYTES(Needs.NOTHING, "flipped", "dropped", "doubled"),
    READER_UNPLUGGED(Needs.NOTHING, "unplugged"),
    SCANNER_UNPLUGGED(Needs.NOTHING, "unplugged"),
    /// By minutes, as a tired clock is.
    CLOCK_SET_WRONG(Needs.NOTHING, "set"),
    /// By years, after the power was gone, as a clock without a battery is.
    CLOCK_YEARS(
            Needs.NOTHING,
            "1970",
            "2020",
            "2042",
            "behind",
            "ahead",
            "1970-alone",
            "2042-alone",
            "behind-alone",
            "ahead-alone"),
    /// Between two people, as every night.
    KIOSK_RESTARTED(Needs.NOTHING, "restarted"),
    /// SIGKILL to its process, while somebody's card is read or as soon as the answer is there.
    KIOSK_KILLED(Needs.NOTHING, "at-tap", "at-answer"),
    /// No file may grow any more.
    DISK_FILLED(Needs.NOTHING, "filled"),
    /// What stands in the ledger alone, since the line is cut, is harmed while the power is off.
    LEDGER_HARMED(Needs.STREET, "pages", "log-head", "log-middle", "cut-short", "emptied", "deleted"),
    /// An older copy of the data comes back.
    DISK_RESTORED(Needs.STREET, "restored"),
    /// The copy runs beside the original.
    DISK_CLONED(Needs.STREET, "cloned"),
    /// By the administrator; then enrolled anew by a code, or first let deliver what it had.
    KIOSK_REVOKED(Needs.STREET, "enrolled-anew", "delivered-late"),
    CERTIFICATE_EXPIRED(Needs.STREET, "expired"),
    STREET_KILLED(Needs.WHOLE_STREET, "killed"),
    /// The street comes back from a copy made some people ago.
    STREET_RESTORED(Needs.WHOLE_STREET, "cold-copy", "checked-copy");

    private enum Needs {
        NOTHING,
        STREET,
        WHOLE_STREET
    }

    private static final Pattern BETWEEN = Pattern.compile(" ");

    private final Needs needs;
    private final String ways;

    FaultKind(Needs needs, String... ways) {
        this.needs = needs;
        this.ways = String.join(" ", ways);
    }

    /// It strikes the street, and not one kiosk.
    public boolean isOfTheStreet() {
        return needs == Needs.WHOLE_STREET;
    }

    /// It cannot end while the street is away.
    boolean needsTheStreet() {
        return needs == Needs.STREET;
    }

    List<String> ways() {
        return BETWEEN.splitAsStream(ways).toList();
    }
}
