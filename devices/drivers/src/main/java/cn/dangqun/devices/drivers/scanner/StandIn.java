package cn.dangqun.devices.drivers.scanner;

import cn.dangqun.devices.recording.Pseudonyms;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Made-up texts in place of scanned ones: figures for figures, capitals for capitals, hanzi for hanzi, of the same
/// length in characters and bytes; signs and the prefix of member codes stay. No four characters in a row of the real
/// text come again, as far as its alphabet allows. For one thread.
final class StandIn {
    /// What every member code begins with, whoever it belongs to
    static final String PREFIX = "DQ1:";

    static final int RUN = 4;

    private static final List<int[]> ALPHABETS = List.of(
            range('0', '9'),
            range('A', 'Z'),
            range('a', 'z'),
            "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里".codePoints().toArray(),
            range(0xE0, 0xF6),
            range(0x3500, 0x353F),
            range(0x20000, 0x2003F));

    private final Pseudonyms pseudonyms = new Pseudonyms();

    /// `draw`: another text for each number, the same for the same number.
    String of(String text, Charset charset, int draw) {
        var real = text.codePoints().toArray();
        var made = real.clone();
        var runs = runsOf(real);
        var dice = new Dice(pseudonyms, draw + text);
        for (int at = text.startsWith(PREFIX) ? PREFIX.length() : 0; at < real.length; at++) {
            if (!isSign(real[at])) {
                replace(made, at, rotated(alphabetOf(real[at], charset), real[at], dice), runs);
            }
        }
        return new String(made, 0, made.length);
    }

    private static void replace(int[] made, int at, int[] choice, Set<String> runs) {
        made[at] = choice[0];
        for (int turn = 1; turn < choice.length && comesAgain(made, at, runs); turn++) {
            made[at] = choice[turn];
        }
    }

    /// Whether a run that ends with `at`, or with signs behind it, is one of the real text.
    private static boolean comesAgain(int[] made, int at, Set<String> runs) {
        int end = at + 1;
        for (int start = Math.max(0, end - RUN); start <= at && start + RUN <= made.length; start++) {
            while (end < start + RUN && isSign(made[end])) {
                end++;
            }
            if (end >= start + RUN && runs.contains(new String(made, start, RUN))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> runsOf(int[] text) {
        var runs = new HashSet<String>();
        for (int start = 0; start + RUN <= text.length; start++) {
            runs.add(new String(text, start, RUN));
        }
        return runs;
    }

    /// The alphabet from a drawn place on and round to it, without the real character.
    private static int[] rotated(int[] alphabet, int real, Dice dice) {
        int start = dice.next(alphabet.length);
        var rotated = new int[alphabet.length];
        for (int i = 0; i < alphabet.length; i++) {
            rotated[i] = alphabet[(start + i) % alphabet.length];
        }
        return Arrays.stream(rotated).filter(each -> each != real).toArray();
    }

    /// The one that holds the character; else the first of the same length, which for scripts not at home here is that
    /// of the hanzi.
    private static int[] alphabetOf(int real, Charset charset) {
        return ALPHABETS.stream()
                .filter(alphabet -> real < 0x80
                        ? Arrays.stream(alphabet).anyMatch(each -> each == real)
                        : isAsLong(alphabet[0], real, charset))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no alphabet of " + charset + " is as long"));
    }

    private static boolean isAsLong(int made, int real, Charset charset) {
        return made >= 0x80
                && Character.charCount(made) == Character.charCount(real)
                && bytes(made, charset) == bytes(real, charset);
    }

    private static int bytes(int character, Charset charset) {
        return Character.toString(character).getBytes(charset).length;
    }

    static boolean isSign(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL -> true;
            default -> false;
        };
    }

    private static int[] range(int first, int last) {
        return IntStream.rangeClosed(first, last).toArray();
    }

    /// Numbers that nobody can foresee without the key of the recording, the same for the same text.
    private static final class Dice {
        private final Pseudonyms pseudonyms;
        private final byte[] seed;
        private ByteBuffer numbers = ByteBuffer.allocate(0);
        private int block;

        Dice(Pseudonyms pseudonyms, String text) {
            this.pseudonyms = pseudonyms;
            // filled up, for a pseudonym is as long as what it stands for
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            this.seed = pseudonyms.of(Arrays.copyOf(bytes, Math.max(bytes.length, Long.SIZE)));
        }

        int next(int bound) {
            if (!numbers.hasRemaining()) {
                var question = ByteBuffer.allocate(Integer.BYTES + seed.length)
                        .putInt(block++)
                        .put(seed);
                numbers = ByteBuffer.wrap(pseudonyms.of(question.array()), 0, Long.SIZE / Integer.BYTES);
            }
            return Math.floorMod(numbers.getInt(), bound);
        }
    }
}
