package cn.dangqun.domain.staff;

/// Which PINs somebody may choose: six to eight digits, and not the first that another would try.
public final class PinRule {
    public static final int SHORTEST = 6;
    public static final int LONGEST = 8;

    private static final int DIFFERENT = 3;
    private static final String UP = "01234567890";
    private static final String DOWN = "09876543210";

    private PinRule() {}

    public static boolean isGood(String pin) {
        return pin.matches("[0-9]{" + SHORTEST + "," + LONGEST + "}")
                && pin.chars().distinct().count() > DIFFERENT
                && !UP.contains(pin)
                && !DOWN.contains(pin);
    }
}
