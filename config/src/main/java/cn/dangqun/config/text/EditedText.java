package cn.dangqun.config.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads a text file that a person has edited. UTF-8 unless it cannot be; then GB 18030, which GBK and GB 2312 are part
/// of, as an old 记事本 saves. A byte order mark is left out, and UTF-16 with one is read.
public final class EditedText {
    private static final char MARK = '\uFEFF';
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private EditedText() {}

    /// @throws NotTextException when it is no text in any of these; its message says in Chinese what to do
    /// @throws IOException when the file cannot be read
    public static String read(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    /// The same of bytes.
    ///
    /// @throws NotTextException when they are no text; its message says in Chinese what to do
    public static String of(byte[] bytes) throws NotTextException {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return text(bytes, List.of(StandardCharsets.UTF_16));
        }
        return text(bytes, CHARSETS);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static String text(byte[] bytes, List<Charset> charsets) throws NotTextException {
        return charsets.stream()
                .flatMap(charset -> decoded(bytes, charset).stream())
                .filter(text -> text.indexOf('\0') < 0)
                .findFirst()
                .map(text -> !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text)
                .orElseThrow(NotTextException::new);
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notThisOne) {
            return Optional.empty();
        }
    }
}
