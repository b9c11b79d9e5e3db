package cn.dangqun.devices.drivers.scanner;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the keys of a US keyboard type, by the key codes of Linux; scanners use this layout unless told otherwise.
final class UsLayout {
    private static final Map<Integer, String> KEYS = new HashMap<>();

    private static final int FIRST_ON_KEYPAD = 71;

    static {
        row(2, "1234567890-=", "!@#$%^&*()_+");
        row(16, "qwertyuiop[]", "QWERTYUIOP{}");
        row(30, "asdfghjkl;'`", "ASDFGHJKL:\"~");
        row(43, "\\zxcvbnm,./", "|ZXCVBNM<>?");
        row(55, "*", "*");
        row(57, " ", " ");
        row(71, "789-456+1230.", "789-456+1230.");
        row(98, "/", "/");
    }

    private UsLayout() {}

    static Optional<Character> character(int code, boolean isShifted) {
        return Optional.ofNullable(KEYS.get(code)).map(both -> both.charAt(isShifted ? 1 : 0));
    }

    /// A key that types the character, on the same block as the key `near`; that key itself when there is none.
    static int key(char character, boolean isShifted, int near) {
        return KEYS.keySet().stream()
                .filter(code -> isOnKeypad(code) == isOnKeypad(near))
                .filter(code -> character(code, isShifted)
                        .filter(typed -> typed == character)
                        .isPresent())
                .findFirst()
                .orElse(near);
    }

    private static boolean isOnKeypad(int code) {
        return code >= FIRST_ON_KEYPAD;
    }

    private static void row(int firstCode, String plain, String shifted) {
        for (var i = 0; i < plain.length(); i++) {
            KEYS.put(firstCode + i, "" + plain.charAt(i) + shifted.charAt(i));
        }
    }
}
