package cn.dangqun.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.Await;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.roster.Clerk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that mean harm, brought through the real form: each gets a clear answer, nothing of it stays, and the next
/// roster is read as if nothing had been.
class HostileUploadTest {
    private static final String BOUNDARY = "----hostile";
    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final int ZEROS = 1 << 20;

    @TempDir
    Path directory;

    private ConsoleUnderTest console;
    private Clerk clerk;

    @BeforeEach
    void open() {
        console = new ConsoleUnderTest(directory);
        clerk = new Clerk(console);
        clerk.organization("c1", "BRANCH", "样例一支部");
    }

    @AfterEach
    void close() {
        console.close();
    }

    private byte[] form(String name, byte[] content) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var each : Map.of("_csrf", clerk.keeper.token("/roster/intakes"), "status", "FULL", "branch", "")
                .entrySet()) {
            body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + each.getKey() + "\"\r\n\r\n"
                            + each.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /// The page of what was brought, when the server has done with it.
    private String page(String name, byte[] content) throws IOException {
        var visitor = clerk.keeper;
        var answer = visitor.send(visitor.request("/roster/intakes")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form(name, content))));
        assertEquals(303, answer.statusCode(), answer.body());
        var address = answer.headers().firstValue("Location").orElseThrow();
        Await.slowly("the page says so", () -> !clerk.page(address).contains("data-state=\"READING\""));
        return clerk.page(address);
    }

    private String fault(String name, byte[] content) throws IOException {
        var found = Pattern.compile("id=\"fault\">([^<]+)<").matcher(page(name, content));
        assertTrue(found.find(), name);
        isUnharmed();
        return found.group(1);
    }

    /// No file of it is left, and a good roster is read.
    private void isUnharmed() throws IOException {
        Await.until("nothing of it is left", this::isEmpty);
        var good = page("名册.csv", "姓名,所在党支部\n样例甲,样例一支部\n".getBytes(StandardCharsets.UTF_8));
        assertTrue(good.contains("data-outcome=\"NEW\" data-rows=\"1\""), good);
    }

    private boolean isEmpty() {
        try (var files = Files.walk(directory.resolve("rosters"))) {
            return files.noneMatch(Files::isRegularFile);
        } catch (IOException goneWhileLooking) {
            return false;
        }
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> workbook(String rows) {
        var entries = new LinkedHashMap<String, String>();
        entries.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\""
                        + " ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType="
                        + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType="
                        + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType="
                        + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
        entries.put("_rels/.rels", relations(relation("r1", "officeDocument", "/xl/workbook.xml", "")));
        entries.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + SHEETS + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"名册\" sheetId=\"1\" r:id=\"r2\"/></sheets></workbook>");
        entries.put(
                "xl/_rels/workbook.xml.rels",
                relations(relation("r2", "worksheet", "/xl/worksheets/sheet1.xml", "")
                        + relation("r3", "styles", "/xl/styles.xml", "")));
        entries.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + SHEETS
                        + "\"><cellXfs count=\"1\"><xf numFmtId=\"0\"/></cellXfs></styleSheet>");
        entries.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + SHEETS + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        var bytes = new LinkedHashMap<String, byte[]>();
        entries.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private static String relations(String relation) {
        return "<Relationships xmlns=\"" + RELATIONS + "\">" + relation + "</Relationships>";
    }

    private static String relation(String id, String type, String target, String more) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"" + more
                + "/>";
    }

    private static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    private static String text(String cell, String words) {
        return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
    }

    /// A, B, …, Z, AA, AB, …
    private static String letters(int column) {
        var name = new StringBuilder();
        for (int left = column; left >= 0; left = left / 26 - 1) {
            name.insert(0, (char) ('A' + left % 26));
        }
        return name.toString();
    }

    private static String formula(String cell, String formula, String last) {
        return "<c r=\"" + cell + "\" t=\"str\"><f>" + formula + "</f><v>" + last + "</v></c>";
    }

    private static final String HEAD = row(1, text("A1", "姓名"), text("B1", "所在党支部"));

    @Test
    void unpacksNoBomb() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[ZEROS];
            for (int i = 0; i < 401; i++) {
                zip.write(zeros);
            }
        }

        assertTrue(fault("名册.xlsx", out.toByteArray()).contains("展开后过大"));
    }

    @Test
    void refusesTenThousandColumns() throws IOException {
        var csv = "姓名" + ",x".repeat(10_000) + "\n";
        assertTrue(fault("名册.csv", csv.getBytes(StandardCharsets.UTF_8)).contains("列过多"));

        var cells = new StringBuilder(text("A1", "姓名"));
        for (int column = 1; column <= 10_000; column++) {
            cells.append(text(letters(column) + "1", "x"));
        }
        var wide = "<row r=\"1\">" + cells + "</row>";
        assertTrue(fault("名册.xlsx", zip(workbook(wide))).contains("列过多"));
    }

    @Test
    void refusesAProtectedWorkbookAnOldOneAndWhatIsNone() throws IOException {
        var head =
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        var entry = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        var locked =
                ByteBuffer.allocate(2000).put(head).position(1000).put(entry).array();

        assertTrue(fault("名册.xlsx", locked).contains("密码保护"));
        assertTrue(fault("名册.xls", head).contains("旧版 Excel"));
        assertTrue(
                fault("名册.xlsx", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0}).contains("不是表格文件"));
    }

    @Test
    void computesNoFormulaFollowsNoLinkAndRunsNoMacro() throws IOException {
        try (var trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = "http://127.0.0.1:" + trap.getLocalPort() + "/";
            var entries = workbook(HEAD
                    + row(2, formula("A2", "WEBSERVICE(&quot;" + address + "&quot;)", "样例甲"), text("B2", "样例一支部"))
                    + row(3, formula("A3", "cmd|' /C calc'!A0", "样例乙"), text("B3", "样例一支部"))
                    + row(4, formula("A4", "[1]Sheet1!A1", "样例丙"), text("B4", "样例一支部")));
            entries.put(
                    "xl/externalLinks/_rels/externalLink1.xml.rels",
                    relations(relation("r1", "externalLinkPath", address + "other.xlsx", " TargetMode=\"External\""))
                            .getBytes(StandardCharsets.UTF_8));
            entries.put(
                    "xl/externalLinks/externalLink1.xml",
                    ("<externalLink xmlns=\"" + SHEETS + "\"/>").getBytes(StandardCharsets.UTF_8));
            entries.put("xl/vbaProject.bin", new byte[4096]);

            var page = page("名册.xlsm", zip(entries));

            assertTrue(page.contains("data-outcome=\"NEW\" data-rows=\"3\""), page);
            trap.setSoTimeout(200);
            assertThrows(SocketTimeoutException.class, trap::accept);
        }
        isUnharmed();
    }

    /// Entities of a document type could name files of the server or grow without end.
    @Test
    void readsNoEntities() throws IOException {
        var entries = workbook("");
        entries.put(
                "xl/worksheets/sheet1.xml",
                ("<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><worksheet xmlns=\"" + SHEETS
                                + "\"><sheetData>" + HEAD + row(2, text("A2", "&f;"), text("B2", "样例一支部"))
                                + "</sheetData></worksheet>")
                        .getBytes(StandardCharsets.UTF_8));

        var page = page("名册.xlsx", zip(entries));

        assertTrue(!page.contains("root:"), page);
        isUnharmed();
    }

    /// Two hundred megabytes are turned away at their announcement, and what announces nothing when it has grown.
    @Test
    void turnsAwayWhatIsTooLargeBeforeItIsRead() throws IOException {
        assertEquals(413, answered("Content-Length: 209715200\r\n", List.of(new byte[100])));
        isUnharmed();

        var chunk = new byte[ZEROS];
        var chunks = new ArrayList<byte[]>();
        for (int i = 0; i < 34; i++) {
            chunks.add(chunk);
        }
        assertEquals(413, answered("Transfer-Encoding: chunked\r\n", chunks));
        isUnharmed();
    }

    /// The status of a form whose file goes on and on.
    private int answered(String length, List<byte[]> parts) throws IOException {
        var cookies = new StringBuilder();
        Visitor visitor = clerk.keeper;
        visitor.cookies
                .getCookieStore()
                .getCookies()
                .forEach(each -> cookies.append(each.getName())
                        .append('=')
                        .append(each.getValue())
                        .append("; "));
        try (var socket = new Socket(console.address.getHost(), console.address.getPort())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(("POST /roster/intakes HTTP/1.1\r\nHost: " + console.address.getAuthority() + "\r\nCookie: "
                            + cookies + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n" + length
                            + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            boolean chunked = length.contains("chunked");
            try {
                var begin = ("--" + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
                write(out, begin, chunked);
                for (var part : parts) {
                    write(out, part, chunked);
                }
            } catch (IOException hungUp) {
                assertTrue(parts.size() > 1, "only who goes on is hung up on");
            }
            return status(socket);
        }
    }

    private static void write(OutputStream out, byte[] part, boolean chunked) throws IOException {
        if (chunked) {
            out.write((Integer.toHexString(part.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.write(part);
        if (chunked) {
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
    }

    private static int status(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int each = socket.getInputStream().read();
                each >= 0 && each != '\n';
                each = socket.getInputStream().read()) {
            line.append((char) each);
        }
        var found =
                Pattern.compile("HTTP/1.1 (\\d{3}) .*").matcher(line.toString().strip());
        assertTrue(found.matches(), line.toString());
        return Integer.parseInt(found.group(1));
    }
}
