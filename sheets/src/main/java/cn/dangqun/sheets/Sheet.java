package cn.dangqun.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;

/// Reads the first sheet of a file that holds anything: `.xlsx` of whatever program, or text with commas, semicolons
/// or tabs in UTF-8, UTF-16 or GB 18030. Formulas are never computed: what the office's program last saw in them
/// counts. Links, macros and pictures are passed over. Memory does not grow with the rows, but for an `.xlsx`'s table
/// of texts.
public final class Sheet {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final int LOOK_AT = 4096;

    private Sheet() {}

    /// Hands every row that is not blank to `rows`, in order, until it answers false.
    ///
    /// @throws SheetException when the file is none that can be read, possibly after some rows
    public static void read(Path file, SheetLimits limits, Predicate<SheetRow> rows)
            throws IOException, SheetException {
        long size = Files.size(file);
        if (size > limits.bytes()) {
            throw new SheetException(SheetFault.TOO_LARGE);
        }
        var head = head(file);
        try {
            if (startsWith(head, ZIP)) {
                new Workbook(file, limits).read(rows);
            } else if (startsWith(head, COMPOUND)) {
                throw new SheetException(
                        Compound.isEncryptedWorkbook(file) ? SheetFault.ENCRYPTED : SheetFault.OLD_EXCEL);
            } else {
                new TextSheet(file, limits).read(rows);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// About how many rows there are, without reading any: what a program wrote as a row of the fullest sheet, or lines
    /// of a text. Nothing is promised of it.
    public static int rowsAbout(Path file, SheetLimits limits) throws IOException {
        return startsWith(head(file), ZIP) ? Workbook.rowsAbout(file, limits) : TextSheet.rowsAbout(file);
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(LOOK_AT);
        }
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
