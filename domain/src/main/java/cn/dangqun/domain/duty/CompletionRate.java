package cn.dangqun.domain.duty;

import java.util.Collection;

/// How many of the closed, applicable duties were fulfilled, and how many in time (RULES §3). Branch rows and roll-ups
/// count, single groups and persons do not.
public record CompletionRate(int closed, int fulfilled, int inTime) {
    /// Shown where there is nothing to divide by.
    public static final String NONE = "—";

    public CompletionRate {
        if (inTime < 0 || fulfilled < inTime || closed < fulfilled) {
            throw new IllegalArgumentException(inTime + " in time of " + fulfilled + " of " + closed);
        }
    }

    public static CompletionRate of(Collection<DutyVerdict> verdicts) {
        int closed = 0;
        int fulfilled = 0;
        int inTime = 0;
        for (var verdict : verdicts) {
            if (verdict.subject() instanceof DutySubject.Whole && verdict.isClosed()) {
                closed++;
                fulfilled += verdict.status().isFulfilled() ? 1 : 0;
                inTime += verdict.status() == DutyStatus.MET ? 1 : 0;
            }
        }
        return new CompletionRate(closed, fulfilled, inTime);
    }

    /// MET and LATE, as `66.7%`, or `—`.
    public String completion() {
        return percent(fulfilled, closed);
    }

    /// MET alone, as `66.7%`, or `—`.
    public String punctuality() {
        return percent(inTime, closed);
    }

    /// One decimal, half up, without floating point.
    private static String percent(long part, long whole) {
        if (whole == 0) {
            return NONE;
        }
        long tenths = (2000 * part + whole) / (2 * whole);
        return tenths / 10 + "." + tenths % 10 + "%";
    }
}
