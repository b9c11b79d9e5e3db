package cn.dangqun.server.staff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.content.BroughtFiles;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.web.Scope;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Photos of people on duty: with their consent on the page and in what kiosks are told, and gone without it.
class StaffPhotosTest {
    private ConsoleUnderTest console;
    private Visitor keeper;
    private String id;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        keeper = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c1"))));
        id = entered("值守样例丙");
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void showsAPhotoFromConsentToItsEnd() throws Exception {
        var without = bring(keeper, "", upright());
        assertEquals(422, without.statusCode());
        assertTrue(without.body().contains("要本人同意展示"), without::body);
        assertTrue(bring(keeper, "yes", BroughtFiles.pdf(1)).body().contains("只能用 JPEG 或 PNG 照片"));
        assertEquals(422, bring(keeper, "yes", new byte[0]).statusCode());
        assertEquals(0, count("SELECT count(*) FROM content_file"));

        assertEquals(303, bring(keeper, "yes", upright()).statusCode());

        var jpeg = keeper.bytes("/staff/" + id + "/photo");
        var drawn = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertEquals(480, drawn.getWidth());
        assertEquals(480, drawn.getHeight());
        // the face is above the middle: the band from 400 to 900 of 2400 lies from 60 to 210
        assertEquals(List.of(true, true), List.of(isRed(drawn, 100), isRed(drawn, 170)));
        assertFalse(isRed(drawn, 300));
        var page = keeper.get("/staff/" + id).body();
        assertTrue(page.contains("src=\"/staff/" + id + "/photo\""), page);
        assertTrue(page.contains("本人同意展示，"), page);
        assertEquals(Optional.of(new ContentFile(ContentId.of(jpeg), jpeg.length)), photo(id));
        assertEquals(
                "org:c1",
                text("SELECT r.scope FROM reference_content n JOIN reference_item r"
                        + " ON r.street = 1 AND r.kind = n.kind AND r.id = n.item WHERE n.street = 1"));
        assertEquals(1, count("SELECT count(*) FROM audit_entry WHERE action = 'STAFF_PHOTO_SHOWN'"));

        // what else is changed leaves it
        var words = Map.of("name", "值守样例丙", "duty", "周日值守", "role", "DUTY_STAFF", "community", "c1");
        assertEquals(303, keeper.post("/staff", "/staff/" + id, words).statusCode());
        keeper.post("/staff", "/staff/" + id + "/pin", Map.of());
        console.stop();
        console.startAgain();
        keeper = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c1"))));
        assertArrayEquals(jpeg, keeper.bytes("/staff/" + id + "/photo"));

        assertEquals(
                303,
                keeper.post("/staff", "/staff/" + id + "/photo/removal", Map.of())
                        .statusCode());

        assertEquals(Optional.empty(), photo(id));
        assertEquals(404, keeper.get("/staff/" + id + "/photo").statusCode());
        assertFalse(keeper.get("/staff/" + id).body().contains("<img class=\"staff-photo\""));
        assertEquals(0, count("SELECT count(*) FROM content_file"));
        assertEquals(0, count("SELECT count(*) FROM staff_photo"));
        assertEquals(1, count("SELECT count(*) FROM audit_entry WHERE action = 'STAFF_PHOTO_REMOVED'"));
    }

    /// The same file of two people goes with the second of them.
    @Test
    void forgetsThePhotoWithThePerson() throws Exception {
        var first = id;
        bring(keeper, "yes", upright());
        id = entered("值守样例丁");
        bring(keeper, "yes", upright());
        assertEquals(1, count("SELECT count(*) FROM content_file"));

        keeper.post("/staff", "/staff/" + id + "/removal", Map.of());
        assertEquals(200, keeper.get("/staff/" + first + "/photo").statusCode());
        keeper.post("/staff", "/staff/" + first + "/removal", Map.of());

        assertEquals(0, count("SELECT count(*) FROM content_file"));
        assertEquals(0, count("SELECT count(*) FROM reference_content"));
        assertEquals(0, count("SELECT count(*) FROM staff_photo"));
    }

    @Test
    void takesNothingFromThoseWhoKeepOtherPeople() throws Exception {
        var other = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(new OrganizationId("c2"))));
        bring(keeper, "yes", upright());

        assertEquals(404, bring(other, "yes", upright()).statusCode());
        assertEquals(404, other.get("/staff/" + id + "/photo").statusCode());
        assertEquals(
                404,
                other.post("/password", "/staff/" + id + "/photo/removal", Map.of())
                        .statusCode());
        assertTrue(photo(id).isPresent());
    }

    private String entered(String name) {
        var form = Map.of("name", name, "duty", "周六值守", "role", "SCAN_ONLY", "community", "c1");
        var body = keeper.post("/staff", "/staff/new", form).body();
        var found = Pattern.compile("action=\"/staff/([^/\"]+)/pin\"").matcher(body);
        assertTrue(found.find(), body);
        return found.group(1);
    }

    /// A red band across, above the middle.
    private static byte[] upright() throws IOException {
        var picture = new BufferedImage(1600, 2400, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1600, 2400);
        pen.setColor(Color.RED);
        pen.fillRect(0, 400, 1600, 500);
        pen.dispose();
        return BroughtFiles.as("jpeg", picture);
    }

    private static boolean isRed(BufferedImage picture, int y) {
        var colour = new Color(picture.getRGB(240, y));
        return colour.getRed() > 200 && colour.getGreen() < 80;
    }

    private HttpResponse<String> bring(Visitor who, String consent, byte[] file) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(("--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + who.token("/password")
                        + "\r\n--b\r\nContent-Disposition: form-data; name=\"consent\"\r\n\r\n" + consent
                        + "\r\n--b\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return who.send(who.request("/staff/" + id + "/photo")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private Optional<ContentFile> photo(String person) {
        return console.database
                .read(handle -> new Entries(handle).staff(person))
                .flatMap(ReferenceItem.Staff::photo);
    }

    private long count(String sql) {
        return console.database.read(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private String text(String sql) {
        return console.database.read(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }
}
