package cn.dangqun.devices.drivers.qr;

/// How surprising a half-width katakana byte (A1 to DF) is after the byte before it, in bits.
final class HalfWidthKatakana {
    private static final String FREQUENT = "ｱｲｳｶｷｸｺｻｼｽﾀﾁﾃﾄﾅﾆﾏﾐﾗﾘﾙﾚﾛﾝ";
    private static final String VOICED = "ｳｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ";
    private static final String HALF_VOICED = "ﾊﾋﾌﾍﾎ";
    private static final int IMPOSSIBLE = 14;

    private HalfWidthKatakana() {}

    static int bits(int before, int value) {
        var kana = character(value);
        var last = isKatakana(before) ? character(before) : ' ';
        var isInWord = last >= 'ｦ';
        return switch (kana) {
            case 'ﾞ' -> VOICED.indexOf(last) >= 0 ? 3 : IMPOSSIBLE;
            case 'ﾟ' -> HALF_VOICED.indexOf(last) >= 0 ? 3 : IMPOSSIBLE;
            case 'ｰ' -> isInWord && last != 'ｰ' && last != 'ﾝ' ? 4 : IMPOSSIBLE;
            case 'ﾝ' -> isInWord && last != 'ﾝ' && last != 'ｯ' ? 4 : IMPOSSIBLE;
            case 'ｧ', 'ｨ', 'ｩ', 'ｪ', 'ｫ', 'ｬ', 'ｭ', 'ｮ', 'ｯ' -> isInWord && !isSmall(last) ? 6 : IMPOSSIBLE;
            case 'ｦ', '｡', '｢', '｣', '､', '･' -> 9;
            default -> FREQUENT.indexOf(kana) >= 0 ? 5 : 7;
        };
    }

    private static boolean isSmall(char kana) {
        return kana >= 'ｧ' && kana <= 'ｯ';
    }

    private static boolean isKatakana(int value) {
        return value > 0xA0 && value < 0xE0;
    }

    private static char character(int value) {
        return (char) (value - 0xA1 + '｡');
    }
}
