package cn.dangqun.server.minutes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.content.BroughtFiles;
import cn.dangqun.server.web.Scope;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MinutesPagesTest {
    private static final Map<String, String> WRITTEN = Map.of(
            "base", "0",
            "chair", "样例甲",
            "recorder", "样例乙",
            "topic", "讨论接收预备党员",
            "points", "样例丙：同意。\n样例丁：同意。",
            "dissent", "NONE",
            "resolutions", "同意接收为预备党员。");

    private ConsoleUnderTest console;
    private Visitor secretary;
    private Activity activity;
    private String page;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        activity = console.open().getFirst();
        secretary = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        page = "/activities/" + activity.id() + "/minutes";
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void keepsEveryVersionAndShowsTheLast() {
        save(WRITTEN);
        var second = with("base", "1");
        second.put("resolutions", "同意接收，报上级党委审批。");
        save(second);

        var now = secretary.get(page).body();
        assertTrue(now.contains("同意接收，报上级党委审批。"), now);
        assertTrue(now.contains("第 2 版") && now.contains("第 1 版"), now);
        var former = secretary.get(page + "?version=1").body();
        assertTrue(former.contains("同意接收为预备党员。") && former.contains("较早的一版"), former);
        assertFalse(former.contains("id=\"save\""), "an earlier version is not written over");
    }

    @Test
    void losesNothingWhenTwoWriteAtOnce() {
        save(WRITTEN);
        var late = with("base", "0");
        late.put("points", "另一个人写的要点");

        var answer = secretary.post(page, page, late);

        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("另一个人写的要点"), "what was typed stays");
        assertTrue(answer.body().contains("别人已经保存"), answer.body());
        List<Minutes.Version> kept = console.database.read(handle -> new MinutesStore(handle).versions(activity.id()));
        assertEquals(1, kept.size());
        late.put("base", "1");
        save(late);
    }

    @Test
    void wantsItSaidThatNobodyWasOfAnotherOpinion() {
        assertTrue(refused("dissent", "").contains("不同意见"));
        assertTrue(refused("dissent", "SOME").contains("不同意见的内容"));
        assertTrue(refused("dissentWords", "有一人反对").contains("请改成一致"));
        assertTrue(refused("chair", " ").contains("主持人"));
        assertTrue(refused("points", "长".repeat(6001)).contains("发言要点"));
    }

    @Test
    void takesItsFiguresFromTheRoll() {
        int due = console.roll(activity.organization()).size();

        assertTrue(secretary.get(page).body().contains("应到 " + due + " 人"));
    }

    @Test
    void turnsDecisionsIntoTasksThatFallDueAndAreDoneOnce() {
        var order = Map.of(
                "content",
                "慰问困难党员",
                "owner",
                "样例甲",
                "due",
                console.clock.instant().toString().substring(0, 10));
        assertEquals(303, secretary.post(page, page + "/tasks", order).statusCode());

        var open = secretary.get("/tasks").body();
        assertTrue(open.contains("慰问困难党员") && open.contains("data-state=\"open\""), open);
        console.clock.advance(Duration.ofDays(2));
        secretary = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        assertTrue(secretary.get("/tasks?state=overdue").body().contains("慰问困难党员"));
        assertFalse(secretary.get("/tasks?search=%E6%B2%A1%E6%9C%89").body().contains("慰问困难党员"));
        assertTrue(secretary.get("/tasks?search=%E6%85%B0%E9%97%AE").body().contains("慰问困难党员"));

        var id = found("data-task=\"([^\"]+)\"", open);
        secretary.post("/tasks", "/tasks/" + id + "/outcome", Map.of("outcome", "已上门"));
        secretary.post("/tasks", "/tasks/" + id + "/outcome", Map.of("outcome", "又上门"));

        assertFalse(secretary.get("/tasks").body().contains("慰问困难党员"));
        var done = secretary.get("/tasks?state=done").body();
        assertTrue(done.contains("已上门") && !done.contains("又上门"), done);
    }

    @Test
    void drawsScannedPagesAnew() throws IOException {
        assertEquals(303, upload(picture(3000, 1500)).statusCode());

        var jpeg = secretary.bytes(page + "/pages/1");
        var drawn = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertEquals(2160, drawn.getWidth());
        assertEquals(1080, drawn.getHeight());
        assertTrue(secretary.get(page).body().contains("第 1 页"));
        assertEquals(404, secretary.get(page + "/pages/2").statusCode());
        assertEquals(404, secretary.get(page + "/pages/-1").statusCode());

        assertEquals(303, upload(BroughtFiles.pdf(3)).statusCode());
        assertEquals(200, secretary.get(page + "/pages/4").statusCode());
        assertEquals(404, secretary.get(page + "/pages/5").statusCode());
    }

    @Test
    void refusesWhatIsNoPicture() throws IOException {
        var torn = Arrays.copyOf(picture(400, 300), 60);
        var huge = picture(10, 10);
        // the header of a PNG says how large it will be
        huge[16] = 0x7F;

        refuses("<svg/>".getBytes(StandardCharsets.UTF_8), "只能用 PNG、JPEG 图片或 PDF");
        refuses(new byte[0], "请先选择一个图片或 PDF 文件");
        refuses(huge, "尺寸过大");
        refuses(torn, "文件打不开");
        refuses(BroughtFiles.locked(), "有密码");
    }

    private void refuses(byte[] file, String words) throws IOException {
        var answer = upload(file);
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains(words), answer::body);
    }

    private void save(Map<String, String> form) {
        var answer = secretary.post(page, page, form);
        assertEquals(303, answer.statusCode(), answer::body);
    }

    private String refused(String field, String value) {
        var answer = secretary.post(page, page, with(field, value));
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("同意接收为预备党员。"), "what was typed stays");
        return found("role=\"alert\">(.*?)</div>", answer.body());
    }

    private static Map<String, String> with(String field, String value) {
        var form = new HashMap<>(WRITTEN);
        form.put(field, value);
        return form;
    }

    private static String found(String pattern, String text) {
        var matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group(1);
    }

    private static byte[] picture(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        return bytes.toByteArray();
    }

    private HttpResponse<String> upload(byte[] file) throws IOException {
        var token =
                found("name=\"_csrf\" value=\"([^\"]+)\"", secretary.get(page).body());
        var body = new ByteArrayOutputStream();
        body.write(("--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--b\r\n"
                        + "Content-Disposition: form-data; name=\"picture\"; filename=\"p.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return secretary.send(secretary
                .request(page + "/pages")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }
}
