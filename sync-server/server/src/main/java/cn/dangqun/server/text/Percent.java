package cn.dangqun.server.text;

/// A part of a whole as pages say it: one decimal, half up (RULES §3); a dash where there is no whole.
public final class Percent {
    private Percent() {}

    public static String of(int part, int whole) {
        if (whole == 0) {
            return "—";
        }
        long tenths = (2000L * part + whole) / (2L * whole);
        return tenths / 10 + "." + tenths % 10 + "%";
    }
}
