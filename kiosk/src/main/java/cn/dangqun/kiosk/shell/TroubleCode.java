package cn.dangqun.kiosk.shell;

import java.util.Locale;

/// A short name for an unforeseen fault: the same fault at the same place has the same code, so that a person can read
/// it over the telephone and find it in the log.
final class TroubleCode {
    private static final int DIGITS = 0xFFFF;

    private TroubleCode() {}

    static String of(Throwable problem) {
        var trace = problem.getStackTrace();
        var place = trace.length == 0 ? "" : trace[0].getClassName() + trace[0].getLineNumber();
        int hash = (problem.getClass().getName() + place).hashCode();
        return String.format(Locale.ROOT, "K-%04X", (hash ^ hash >>> 16) & DIGITS);
    }
}
