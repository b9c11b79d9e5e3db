package cn.dangqun.server.wall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.wall.WallPicture;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.content.BroughtFiles;
import cn.dangqun.server.content.PictureWorkshop;
import cn.dangqun.server.web.Scope;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures and pages of PDF on the wall: brought, described, approved, hung, taken down; drawn in a process of their
/// own.
class WallPicturesTest {
    private static final String FRAME_NEW = "/wall/frames/room-rules/new?place=c1";

    private Path directory;
    private ConsoleUnderTest console;
    private Visitor writer;
    private Visitor reviewer;
    private String version;

    @BeforeEach
    void open(@TempDir Path folder) {
        directory = folder;
        console = new ConsoleUnderTest(directory);
        writer = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c1"))));
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        version = draft();
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void bringsAPictureToTheWallThroughTwoPersonsAndOffItAgain() throws Exception {
        assertEquals(303, bring(png(3000, 1500)).statusCode());

        var jpeg = writer.bytes(version + "/pictures/1");
        var drawn = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertEquals(2160, drawn.getWidth());
        assertEquals(1080, drawn.getHeight());
        var mute = step(writer, "submission", Map.of());
        assertEquals(422, mute.statusCode());
        assertTrue(mute.body().contains("还有图片没有写“替代文字”"));

        assertEquals(303, describe("words", "活动室平面图，出口在东侧").statusCode());
        assertEquals(303, step(writer, "submission", Map.of()).statusCode());
        var review = reviewer.get(version).body();
        assertTrue(review.contains("alt=\"活动室平面图，出口在东侧\""));
        assertFalse(review.contains("add-picture"));
        assertArrayEquals(jpeg, reviewer.bytes(version + "/pictures/1"));
        assertEquals(
                422, step(reviewer, "approval", Map.of("revision", revision())).statusCode());
        assertEquals(
                303,
                step(reviewer, "approval", Map.of("secrecy", "yes", "revision", revision()))
                        .statusCode());
        assertEquals(303, step(reviewer, "publication", Map.of()).statusCode());

        var sent = pictures();
        assertEquals(
                List.of("活动室平面图，出口在东侧"), sent.stream().map(WallPicture::words).toList());
        assertEquals(jpeg.length, sent.getFirst().file().bytes());
        assertEquals(1, count("SELECT count(*) FROM reference_content"));
        console.stop();
        console.startAgain();
        assertEquals(sent, pictures());

        assertEquals(303, step(writer, "withdrawal", Map.of("reason", "换新")).statusCode());
        assertEquals(0, count("SELECT count(*) FROM reference_content"));
        assertArrayEquals(jpeg, reviewer.bytes(version + "/pictures/1"));
        assertTrue(reviewer.get(version).body().contains("第 1 张　活动室平面图，出口在东侧"));

        version = draft();
        assertTrue(writer.get(version).body().contains("沿用第 1 版的图片"));
        assertEquals(303, describe("former").statusCode());
        assertArrayEquals(jpeg, writer.bytes(version + "/pictures/1"));
        assertEquals(409, describe("former").statusCode());
    }

    @Test
    void makesPagesOfAPdfIntoPicturesThatAreOrderedAndTakenAway() throws Exception {
        assertEquals(303, bring(BroughtFiles.pdf(3)).statusCode());
        var pages = List.of(
                writer.bytes(version + "/pictures/1"),
                writer.bytes(version + "/pictures/2"),
                writer.bytes(version + "/pictures/3"));

        assertEquals(303, describe("earlier-3", "一", "二", "三").statusCode());

        assertArrayEquals(pages.get(2), writer.bytes(version + "/pictures/2"));
        assertTrue(writer.get(version).body().contains("name=\"words-2\" rows=\"2\" maxlength=\"200\">三<"));

        assertEquals(303, describe("remove-1", "一", "三", "二").statusCode());
        assertArrayEquals(pages.get(2), writer.bytes(version + "/pictures/1"));
        assertEquals(404, writer.get(version + "/pictures/3").statusCode());
        assertEquals(2, count("SELECT count(*) FROM content_file"));
        // other words of the text leave the pictures where they are
        var form = words();
        form.put("revision", revision());
        assertEquals(303, step(writer, "words", form).statusCode());
        assertEquals(2, count("SELECT count(*) FROM wall_picture"));
        assertEquals(422, describe("words", "字".repeat(201), "二").statusCode());
    }

    @Test
    void refusesInWordsWhatWouldHurtAndGoesOn() throws Exception {
        refused(BroughtFiles.pdfBomb(18_000), 422, "打不开");
        refused(BroughtFiles.locked(), 422, "有密码");
        refused("<html>".getBytes(StandardCharsets.UTF_8), 422, "只能用 PNG、JPEG 图片或 PDF");
        refused(new byte[(int) PictureWorkshop.LONGEST_FILE + 128 * 1024], 413, "内容过大");
        assertEquals(422, bring(new byte[0]).statusCode());

        assertEquals(0, count("SELECT count(*) FROM content_file"));
        assertEquals(200, writer.get("/wall").statusCode());
        try (var left = Files.walk(directory.resolve("pictures"))) {
            assertEquals(List.of(), left.filter(Files::isRegularFile).toList());
        }
    }

    @Test
    void takesNothingFromThoseWhoMayNotOrWhoSawAnotherDraft() throws Exception {
        var picture = png(40, 40);
        var other = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c2"))));
        var staff = console.visitor(Role.DUTY_STAFF, Scope.wholeStreet());
        assertEquals(303, bring(picture).statusCode());

        assertEquals(
                404,
                upload(other, other.token("/password"), revision(), picture).statusCode());
        assertEquals(404, other.get(version + "/pictures/1").statusCode());
        assertEquals(
                403,
                upload(staff, staff.token("/password"), revision(), picture).statusCode());
        assertEquals(403, upload(writer, "forged", revision(), picture).statusCode());
        assertEquals(409, upload(writer, writer.token(version), "0", picture).statusCode());
        describe("words", "样例");
        step(writer, "submission", Map.of());
        assertEquals(
                409,
                upload(writer, writer.token("/password"), revision(), picture).statusCode());
        assertEquals(409, describe("remove-1", "样例").statusCode());

        assertEquals(1, count("SELECT count(*) FROM wall_picture"));
    }

    @Test
    void hangsNoPictureOfAnOfficialText() throws Exception {
        var form = words();
        form.put("place", "");
        form.put("title", "入党誓词");
        form.put("classification", "PUBLIC_TEXT");
        version = reviewer.post("/wall/frames/oath/new", "/wall/frames/oath/versions", form)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertFalse(reviewer.get(version).body().contains("add-picture"));

        var answer = upload(reviewer, reviewer.token("/password"), revision(), png(40, 40));

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("章程原文不能用图片挂"));
        assertEquals(0, count("SELECT count(*) FROM wall_picture"));
    }

    private void refused(byte[] file, int status, String words) throws IOException {
        var answer = bring(file);

        assertEquals(status, answer.statusCode(), words);
        assertTrue(answer.body().contains(words), answer::body);
    }

    private String draft() {
        var answer = writer.post(FRAME_NEW, "/wall/frames/room-rules/versions", words());
        assertEquals(303, answer.statusCode(), answer::body);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static Map<String, String> words() {
        var form = new HashMap<String, String>();
        form.put("id", UUID.randomUUID().toString());
        form.put("place", "c1");
        form.put("title", "活动室管理制度");
        form.put("body", "第一条　保持整洁");
        form.put("classification", "PUBLIC_RULE");
        form.put("valid-from", "2026-11-23");
        return form;
    }

    private static byte[] png(int width, int height) throws IOException {
        return BroughtFiles.as("png", BroughtFiles.marked(width, height, BufferedImage.TYPE_INT_ARGB));
    }

    private HttpResponse<String> bring(byte[] file) throws IOException {
        return upload(writer, writer.token(version), revision(), file);
    }

    private HttpResponse<String> upload(Visitor who, String token, String revision, byte[] file) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(("--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--b\r\n"
                        + "Content-Disposition: form-data; name=\"revision\"\r\n\r\n" + revision + "\r\n--b\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return who.send(who.request(version + "/pictures")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpResponse<String> describe(String deed, String... words) {
        var form = new HashMap<String, String>();
        form.put("revision", revision());
        form.put("deed", deed);
        for (int i = 0; i < words.length; i++) {
            form.put("words-" + (i + 1), words[i]);
        }
        return step(writer, "pictures/words", form);
    }

    private HttpResponse<String> step(Visitor who, String deed, Map<String, String> form) {
        return who.post("/password", version + "/" + deed, form);
    }

    private String revision() {
        var id = version.substring(version.lastIndexOf('/') + 1);
        return Long.toString(count("SELECT revision FROM wall_version WHERE id = '" + id + "'"));
    }

    private List<WallPicture> pictures() {
        return console.database.read(handle -> console.reference.items(handle, ReferenceKind.WALL_PIECE)).stream()
                .map(ReferenceItem.WallPieceItem.class::cast)
                .flatMap(each -> each.piece().pictures().stream())
                .toList();
    }

    private long count(String sql) {
        return console.database.read(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
