package cn.dangqun.devices.recording;

import java.util.HexFormat;

/// One line of a session file. Bytes are lower-case hexadecimal.
///
///     *          a line was opened
///     @ 3b8f…    a card was connected, with this answer to reset
///     > ffca…    sent to the device
///     < 04a1…    received from it in one piece
///     ~ 250      nothing came for so many milliseconds; without a number, until the next command
///     ! reason   the exchange broke
public sealed interface SessionStep {
    record Opened() implements SessionStep {}

    record Connected(String atr) implements SessionStep {}

    record Sent(String hex) implements SessionStep {}

    record Received(String hex) implements SessionStep {}

    /// `millis` is 0 for silence until the next command.
    record Silence(long millis) implements SessionStep {}

    record Broken(String reason) implements SessionStep {}

    static SessionStep sent(byte[] bytes) {
        return new Sent(HexFormat.of().formatHex(bytes));
    }

    static SessionStep received(byte[] bytes) {
        return new Received(HexFormat.of().formatHex(bytes));
    }

    /// The line in the file, without its end.
    default String line() {
        return switch (this) {
            case Opened() -> "*";
            case Connected(String atr) -> "@ " + atr;
            case Sent(String hex) -> "> " + hex;
            case Received(String hex) -> "< " + hex;
            case Silence(long millis) -> millis == 0 ? "~" : "~ " + millis;
            case Broken(String reason) -> "! " + reason;
        };
    }

    /// @throws IllegalArgumentException for a line that is none of these
    static SessionStep parse(String line) {
        var rest = line.length() > 2 ? line.substring(2) : "";
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '*' -> new Opened();
            case '@' -> new Connected(hex(rest));
            case '>' -> new Sent(hex(rest));
            case '<' -> new Received(hex(rest));
            case '~' -> new Silence(rest.isBlank() ? 0 : Long.parseLong(rest.strip()));
            case '!' -> new Broken(rest);
            default -> throw new IllegalArgumentException("not a line of a session: " + line);
        };
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(HexFormat.of().parseHex(text));
    }
}
