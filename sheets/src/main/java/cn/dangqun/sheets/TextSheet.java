package cn.dangqun.sheets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Text with a separator. UTF-8 unless it cannot be; then GB 18030, which GBK and GB 2312 are part of.
record TextSheet(Path file, SheetLimits limits) {
    private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '，');
    private static final int LOOK_AT = 1 << 16;

    void read(Predicate<SheetRow> rows) throws IOException, SheetException {
        var bytes = Files.readAllBytes(file);
        var charset = charset(bytes);
        try (var reader = new BufferedReader(reader(bytes, charset));
                var csv = CsvReader.builder()
                        .fieldSeparator(separator(bytes, charset))
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(reader)) {
            boolean any = false;
            int count = 0;
            for (var found : csv) {
                if (++count > limits.rows() || found.getFieldCount() > limits.columns()) {
                    throw new SheetException(SheetFault.TOO_MANY_CELLS);
                }
                var row = new SheetRow(
                        Math.toIntExact(found.getStartingLineNumber()),
                        found.getFields().stream()
                                .map(each -> Texts.plain(each, limits.longestCell()))
                                .toList());
                if (!row.isBlank()) {
                    any = true;
                    if (!rows.test(row)) {
                        return;
                    }
                }
            }
            if (!any) {
                throw new SheetException(SheetFault.EMPTY);
            }
        } catch (CsvParseException e) {
            throw new SheetException(SheetFault.BROKEN, e);
        }
    }

    static int rowsAbout(Path file) throws IOException {
        int lines = 0;
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int each = in.read(); each >= 0; each = in.read()) {
                lines += each == '\n' ? 1 : 0;
            }
        }
        return lines;
    }

    private static Reader reader(byte[] bytes, Charset charset) {
        int mark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : isUtf16(bytes) ? 2 : 0;
        return new InputStreamReader(new ByteArrayInputStream(bytes, mark, bytes.length - mark), charset);
    }

    private static Charset charset(byte[] bytes) throws SheetException {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (hasZero(bytes)) {
            throw new SheetException(SheetFault.NO_SHEET);
        }
        for (var each : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            if (canBe(bytes, each)) {
                return each;
            }
        }
        throw new SheetException(SheetFault.NO_SHEET);
    }

    private static boolean isUtf16(byte[] bytes) {
        return startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF);
    }

    private static boolean hasZero(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, LOOK_AT); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean canBe(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /// The one that stands most often in the first lines.
    private static char separator(byte[] bytes, Charset charset) {
        var head = new String(bytes, 0, Math.min(bytes.length, LOOK_AT), charset);
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(each ->
                        head.chars().filter(character -> character == each).count()))
                .orElse(',');
    }
}
