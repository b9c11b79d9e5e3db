package cn.dangqun.domain.credential.code;

import java.util.Optional;

/// Base45 (RFC 9285): two bytes become three characters of the QR alphanumeric set, one left over becomes two.
/// Decoding takes exactly what encoding gives and nothing else.
final class Base45 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int RADIX = 45;

    private Base45() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder(length(bytes.length));
        var at = 0;
        for (; at + 1 < bytes.length; at += 2) {
            append(text, ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF), 3);
        }
        if (at < bytes.length) {
            append(text, bytes[at] & 0xFF, 2);
        }
        return text.toString();
    }

    /// Empty when the text is not the one form of some bytes.
    static Optional<byte[]> decode(String text) {
        var tail = text.length() % 3;
        if (tail == 1) {
            return Optional.empty();
        }
        var bytes = new byte[text.length() / 3 * 2 + tail / 2];
        var written = 0;
        for (var at = 0; at < text.length(); at += 3) {
            var digits = Math.min(3, text.length() - at);
            var value = value(text, at, digits);
            if (value < 0 || value > (digits == 3 ? 0xFFFF : 0xFF)) {
                return Optional.empty();
            }
            if (digits == 3) {
                bytes[written++] = (byte) (value >> 8);
            }
            bytes[written++] = (byte) value;
        }
        return Optional.of(bytes);
    }

    static int length(int bytes) {
        return bytes / 2 * 3 + bytes % 2 * 2;
    }

    private static void append(StringBuilder text, int value, int digits) {
        for (var i = 0; i < digits; i++) {
            text.append(ALPHABET.charAt(value % RADIX));
            value /= RADIX;
        }
    }

    private static int value(String text, int at, int digits) {
        var value = 0;
        for (var i = at + digits - 1; i >= at; i--) {
            var digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return -1;
            }
            value = value * RADIX + digit;
        }
        return value;
    }
}
