package cn.dangqun.devices.drivers.qr;

import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.Set;

/// How many bits it takes to say these bytes, if they are text of a given character set: the fewer, the likelier. The
/// figures are rounded shares of character classes in everyday text; only their differences matter.
final class Plausibility {
    private static final int ASCII = 5;
    private static final int ABSURD = 30;
    /// Chinese touches figures and signs, rarely Latin letters
    private static final int BETWEEN_LETTERS = 4;
    private static final Set<Integer> COMMON_HANZI = commonHanzi();

    private Plausibility() {}

    /// The bytes are known to be valid GB18030.
    static int ofGb18030(byte[] bytes) {
        var bits = 0;
        var before = ' ';
        for (var at = 0; at < bytes.length; ) {
            var lead = bytes[at] & 0xFF;
            var trail = at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0;
            var kind = lead >= 0x80 ? '字' : isLetter(lead) ? 'a' : ' ';
            bits += lead < 0x80 ? ASCII : trail < 0x40 ? 24 : hanzi(lead, trail);
            bits += kind + before == '字' + 'a' ? BETWEEN_LETTERS : 0;
            before = kind;
            at += lead < 0x80 ? 1 : trail < 0x40 ? 4 : 2;
        }
        return bits;
    }

    /// Single bytes are half-width katakana, pairs are kana and kanji.
    static int ofShiftJis(byte[] bytes) {
        var bits = 0;
        var before = 0;
        for (var at = 0; at < bytes.length; ) {
            var lead = bytes[at] & 0xFF;
            var isPair = (lead > 0x80 && lead < 0xA0) || lead > 0xDF;
            if (lead < 0x80) {
                bits += ASCII;
            } else if (isPair) {
                bits += kanji(lead, at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0);
            } else {
                bits += HalfWidthKatakana.bits(before, lead);
            }
            before = isPair ? 0 : lead;
            at += isPair ? 2 : 1;
        }
        return bits;
    }

    /// Western words: a high byte is a letter between plain letters.
    static int ofLatin1(byte[] bytes) {
        var bits = 0;
        var before = 0;
        for (var signed : bytes) {
            var value = signed & 0xFF;
            if (value < 0x80) {
                bits += ASCII;
            } else {
                var isLetter = value >= 0xC0 && value != 0xD7 && value != 0xF7;
                bits += (isLetter ? 8 : 12) + (before >= 0x80 ? 6 : 0);
            }
            before = value;
        }
        return bits;
    }

    private static boolean isLetter(int value) {
        return (value | 0x20) >= 'a' && (value | 0x20) <= 'z';
    }

    private static int hanzi(int lead, int trail) {
        if (trail < 0xA1 || lead < 0xA1) {
            return 20; // the extensions of GBK
        }
        if (lead >= 0xB0 && lead <= 0xF7) {
            var isFirstLevel = lead < 0xD8;
            return COMMON_HANZI.contains((lead << 8) | trail) ? 9 : isFirstLevel ? 14 : 17;
        }
        return lead == 0xA1 || lead == 0xA3 ? 11 : lead < 0xAA ? 17 : ABSURD;
    }

    private static int kanji(int lead, int trail) {
        return switch (lead) {
            case 0x81 -> 9;
            case 0x82 -> trail >= 0x9F && trail <= 0xF1 ? 7 : 9;
            case 0x83 -> trail <= 0x96 ? 8 : 15;
            default -> lead >= 0x88 && lead <= 0x97 ? 12 : lead < 0xEB ? 17 : ABSURD;
        };
    }

    private static Set<Integer> commonHanzi() {
        var common = new HashSet<Integer>();
        var bytes = CommonHanzi.TEXT.getBytes(Charset.forName("GB2312"));
        for (var at = 0; at + 1 < bytes.length; at += 2) {
            common.add(((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF));
        }
        return Set.copyOf(common);
    }
}
