package cn.dangqun.sheets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/// An `.xlsx` file. How large it unpacks is counted before anything is parsed.
record Workbook(Path file, SheetLimits limits) {
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
    private static final int MOST_ENTRIES = 2000;
    private static final BigDecimal EXACT = new BigDecimal("1e15");

    void read(Predicate<SheetRow> rows) throws IOException, SheetException {
        refuseBomb();
        try (var workbook = new ReadableWorkbook(file.toFile(), WITH_FORMATS)) {
            for (var sheet : workbook.getSheets().toList()) {
                try (var stream = sheet.openStream()) {
                    if (read(stream.iterator(), rows)) {
                        return;
                    }
                }
            }
            throw new SheetException(SheetFault.EMPTY);
        } catch (ExcelReaderException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw new SheetException(SheetFault.BROKEN, e);
        }
    }

    private static final byte[] ROW = {'<', 'r', 'o', 'w', ' '};

    /// Stops where a bomb would begin; whether it is one is told by reading.
    static int rowsAbout(Path file, SheetLimits limits) throws IOException {
        int most = 0;
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream()
                    .filter(each -> each.getName().startsWith("xl/worksheets/"))
                    .toList()) {
                try (var in = new BufferedInputStream(zip.getInputStream(entry), 1 << 16)) {
                    most = Math.max(most, rows(in, limits.unpackedBytes()));
                }
            }
        } catch (ZipException broken) {
            return 0;
        }
        return most;
    }

    private static int rows(InputStream in, long bytes) throws IOException {
        int rows = 0;
        int matched = 0;
        long left = bytes;
        for (int each = in.read(); each >= 0 && left-- > 0; each = in.read()) {
            matched = each == ROW[matched] ? matched + 1 : each == ROW[0] ? 1 : 0;
            if (matched == ROW.length) {
                rows++;
                matched = 0;
            }
        }
        return rows;
    }

    /// Sizes in the directory may lie: what is unpacked is counted.
    private void refuseBomb() throws IOException, SheetException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new SheetException(SheetFault.UNPACKS_TOO_LARGE);
            }
            long left = limits.unpackedBytes();
            var buffer = new byte[1 << 16];
            for (var entry : zip.stream().toList()) {
                try (var in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        left -= read;
                        if (left < 0) {
                            throw new SheetException(SheetFault.UNPACKS_TOO_LARGE);
                        }
                    }
                }
            }
            if (zip.getEntry("xl/workbook.xml") == null && zip.getEntry("[Content_Types].xml") == null) {
                throw new SheetException(SheetFault.NO_SHEET);
            }
        } catch (ZipException e) {
            throw new SheetException(SheetFault.BROKEN, e);
        }
    }

    /// Whether anything stood in it.
    private boolean read(Iterator<Row> from, Predicate<SheetRow> rows) throws SheetException {
        boolean any = false;
        int count = 0;
        while (from.hasNext()) {
            var row = from.next();
            if (++count > limits.rows() || row.getCellCount() > limits.columns()) {
                throw new SheetException(SheetFault.TOO_MANY_CELLS);
            }
            var read = new SheetRow(row.getRowNum(), texts(row));
            if (!read.isBlank()) {
                any = true;
                if (!rows.test(read)) {
                    return true;
                }
            }
        }
        return any;
    }

    private List<String> texts(Row row) {
        var texts = new ArrayList<String>();
        for (int column = 0; column < row.getCellCount(); column++) {
            texts.add(row.getOptionalCell(column).map(this::text).orElse(""));
        }
        return texts;
    }

    private String text(Cell cell) {
        return Texts.plain(
                switch (cell.getType()) {
                    case EMPTY, ERROR -> "";
                    case NUMBER -> number(cell);
                    case BOOLEAN -> cell.asBoolean() ? "是" : "否";
                    case STRING -> cell.asString();
                    case FORMULA -> cell.getText();
                },
                limits.longestCell());
    }

    private static String number(Cell cell) {
        var format = cell.getDataFormatString();
        var number = cell.asNumber();
        return format != null && isDate(format) && isSerial(number) ? date(cell.asDate()) : plain(number);
    }

    private static boolean isSerial(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(2_958_466)) < 0;
    }

    /// A format with days or years in it, outside what is quoted.
    private static boolean isDate(String format) {
        var bare = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "").toLowerCase(Locale.ROOT);
        return bare.matches(".*[yd年日].*") && !bare.contains("general");
    }

    private static String date(LocalDateTime at) {
        var rounded = at.truncatedTo(ChronoUnit.SECONDS);
        return rounded.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? rounded.toLocalDate().toString()
                : rounded.toString();
    }

    /// A number cell keeps 15 digits. What has more is written with its exponent, so that nobody takes it for exact.
    private static String plain(BigDecimal number) {
        return number.abs().compareTo(EXACT) < 0
                ? number.stripTrailingZeros().toPlainString()
                : "%.11E".formatted(number);
    }
}
