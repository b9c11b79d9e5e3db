package cn.dangqun.sheets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
    private static final SheetLimits SMALL = new SheetLimits(1 << 20, 4 << 20, 1000, 40, 100);

    @TempDir
    Path folder;

    private static List<List<String>> rows(Path file) throws Exception {
        var rows = new ArrayList<List<String>>();
        Sheet.read(file, SMALL, row -> rows.add(row.cells()));
        return rows;
    }

    private SheetFault fault(Path file) {
        return assertThrows(SheetException.class, () -> rows(file)).fault();
    }

    private Path text(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("text.csv"), text.getBytes(charset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16"})
    void readsTextWhateverItsCharacters(String charset) throws Exception {
        var file = text("姓名,党支部\r\n样例甲,\"一支部,\n东\"\r\n\r\n", Charset.forName(charset));

        assertEquals(List.of(List.of("姓名", "党支部"), List.of("样例甲", "一支部, 东")), rows(file));
    }

    @Test
    void readsAMarkAtTheBeginningAndOtherSeparators() throws Exception {
        assertEquals(List.of(List.of("姓名", "性别")), rows(text("\uFEFF姓名\t性别\n", StandardCharsets.UTF_8)));
        assertEquals(List.of(List.of("姓名", "性别")), rows(text("姓名;性别\n", StandardCharsets.UTF_8)));
        assertEquals(List.of(List.of("𬺈样")), rows(text("𬺈样\u200B\u00A0\n", Charset.forName("GB18030"))));
    }

    @Test
    void numbersRowsAsTheOfficeSeesThem() throws Exception {
        var numbers = new ArrayList<Integer>();
        Sheet.read(text("\n\n甲\n\n乙\n", StandardCharsets.UTF_8), SMALL, row -> numbers.add(row.number()));

        assertEquals(List.of(3, 5), numbers);
    }

    @Test
    void stopsWhenAsked() throws Exception {
        var rows = new ArrayList<SheetRow>();
        Sheet.read(text("甲\n乙\n丙\n", StandardCharsets.UTF_8), SMALL, row -> {
            rows.add(row);
            return rows.size() < 2;
        });

        assertEquals(2, rows.size());
    }

    @Test
    void saysWhyAFileIsNoSheet() throws Exception {
        assertEquals(SheetFault.EMPTY, fault(text(" ,\n,,\n", StandardCharsets.UTF_8)));
        assertEquals(SheetFault.NO_SHEET, fault(Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 0
        })));
        assertEquals(SheetFault.TOO_LARGE, fault(Files.write(folder.resolve("large"), new byte[(1 << 20) + 1])));
        assertEquals(SheetFault.TOO_MANY_CELLS, fault(text("x,".repeat(41) + "\n", StandardCharsets.UTF_8)));
        assertEquals(SheetFault.TOO_MANY_CELLS, fault(text("x\n".repeat(1001), StandardCharsets.UTF_8)));
        assertEquals(SheetFault.BROKEN, fault(zip(Map.of("xl/workbook.xml", "<nothing"))));
        assertEquals(SheetFault.NO_SHEET, fault(zip(Map.of("readme.txt", "a zip of something"))));
        var cut = Files.readAllBytes(zip(Map.of("xl/workbook.xml", "x".repeat(5000))));
        assertEquals(
                SheetFault.BROKEN, fault(Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(cut, cut.length / 2))));
    }

    @Test
    void tellsAnOldWorkbookFromAProtectedOne() throws Exception {
        var head =
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        assertEquals(SheetFault.OLD_EXCEL, fault(Files.write(folder.resolve("old.xls"), head)));
        var entry = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        var locked =
                ByteBuffer.allocate(2000).put(head).position(1000).put(entry).array();
        assertEquals(SheetFault.ENCRYPTED, fault(Files.write(folder.resolve("locked.xlsx"), locked)));
    }

    @Test
    void unpacksNoBomb() throws Exception {
        var bomb = folder.resolve("bomb.xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            fill(out, 5 << 20);
        }

        assertEquals(SheetFault.UNPACKS_TOO_LARGE, fault(bomb));
    }

    private static void fill(OutputStream out, int bytes) throws IOException {
        var zeros = new byte[1 << 16];
        for (int left = bytes; left > 0; left -= zeros.length) {
            out.write(zeros);
        }
    }

    private Path zip(Map<String, String> entries) throws IOException {
        var file = folder.resolve("made.xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var each : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType="
                + "\"application/vnd.openxmlformats-officedocument.spreadsheetml." + type + "+xml\"/>";
    }

    /// What only Excel writes: days counted from 1904, texts inside the cells, parts named from the root.
    @Test
    void readsWhatOnlyExcelWrites() throws Exception {
        var file = zip(
                Map.of(
                        "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                                + " Extension=\"xml\" ContentType=\"application/xml\"/>"
                                + override("/xl/workbook.xml", "sheet.main")
                                + override("/xl/worksheets/sheet1.xml", "worksheet")
                                + override("/xl/styles.xml", "styles") + "</Types>",
                        "_rels/.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                                + " Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                                + " Target=\"/xl/workbook.xml\"/></Relationships>",
                        "xl/workbook.xml",
                        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                                + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr"
                                + " date1904=\"1\"/><sheets><sheet name=\"名册\" sheetId=\"1\" r:id=\"r2\"/></sheets></workbook>",
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                                + " Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                                + " Target=\"/xl/worksheets/sheet1.xml\"/><Relationship Id=\"r3\""
                                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\""
                                + " Target=\"/xl/styles.xml\"/></Relationships>",
                        "xl/styles.xml",
                        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs"
                                + " count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
                        "xl/worksheets/sheet1.xml",
                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c"
                                + " r=\"A1\" t=\"inlineStr\"><is><t>样例甲</t></is></c><c r=\"B1\" s=\"1\"><v>41792</v></c><c"
                                + " r=\"C1\"><v>110105194912310000</v></c><c r=\"D1\" t=\"b\"><v>1</v></c></row></sheetData></worksheet>"));

        assertEquals(List.of(List.of("样例甲", "2018-06-03", "1.10105194912E+17", "是")), rows(file));
    }
}
