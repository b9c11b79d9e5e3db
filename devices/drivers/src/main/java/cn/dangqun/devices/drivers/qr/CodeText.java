package cn.dangqun.devices.drivers.qr;

import com.google.zxing.common.StringUtils;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/// The character set of a code that does not name one. Strict UTF-8 wins; what is strict GB18030 is read so unless it
/// is far more plausible as what ZXing takes it for (Shift_JIS or Latin-1), which knows nothing of GB18030.
public final class CodeText {
    private static final Charset GB18030 = Charset.forName("GB18030");
    /// In a Chinese street Chinese is likelier from the start; in bits.
    private static final int LEAD_OVER_SHIFT_JIS = 7;
    private static final int LEAD_OVER_LATIN1 = 2;

    private CodeText() {}

    /// Reads the bytes of one code as text; bytes that fit no character set come out as U+FFFD.
    public static String decode(byte[] bytes) {
        return decodeStrictly(bytes).orElseGet(() -> new String(bytes, StringUtils.guessCharset(bytes, null)));
    }

    /// Empty when the bytes fit no character set.
    public static Optional<String> decodeStrictly(byte[] bytes) {
        return charsetOf(bytes).map(charset -> new String(bytes, charset));
    }

    /// Empty when the bytes fit none.
    public static Optional<Charset> charsetOf(byte[] bytes) {
        if (isIn(bytes, StandardCharsets.UTF_8)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        var rival = rival(bytes, StringUtils.guessCharset(bytes, null));
        boolean isChinese = isIn(bytes, GB18030) && (rival.isEmpty() || isChinese(bytes, rival.get()));
        return isChinese ? Optional.of(GB18030) : rival;
    }

    /// Puts our reading of the only byte segment in place of ZXing's.
    static String corrected(String text, byte[] segment) {
        var guessed = new String(segment, StringUtils.guessCharset(segment, null));
        var at = text.indexOf(guessed);
        var isUnique = at >= 0 && at == text.lastIndexOf(guessed);
        return isUnique ? text.substring(0, at) + decode(segment) + text.substring(at + guessed.length()) : text;
    }

    /// ZXing's guess where it stands up to a strict look, for texts elsewhere were checked with it; else our own.
    private static Optional<Charset> rival(byte[] bytes, Charset guess) {
        return Stream.of(guess, StringUtils.SHIFT_JIS_CHARSET, StandardCharsets.ISO_8859_1)
                .filter(charset -> !charset.equals(StandardCharsets.ISO_8859_1) || isLatin1(bytes))
                .filter(charset -> isIn(bytes, charset))
                .findFirst();
    }

    private static boolean isChinese(byte[] bytes, Charset rival) {
        var bits = Plausibility.ofGb18030(bytes);
        if (rival.equals(StringUtils.SHIFT_JIS_CHARSET)) {
            return bits < Plausibility.ofShiftJis(bytes) + LEAD_OVER_SHIFT_JIS;
        }
        return !rival.equals(StandardCharsets.ISO_8859_1) || bits < Plausibility.ofLatin1(bytes) + LEAD_OVER_LATIN1;
    }

    private static boolean isLatin1(byte[] bytes) {
        for (var value : bytes) {
            if ((value & 0xE0) == 0x80) {
                return false; // control characters that nobody prints
            }
        }
        return true;
    }

    private static boolean isIn(byte[] bytes, Charset charset) {
        try {
            var _ = charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false; // an answer, not a fault: these bytes are not in this character set
        }
    }
}
