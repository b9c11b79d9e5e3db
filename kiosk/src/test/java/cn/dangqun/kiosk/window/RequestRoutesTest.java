package cn.dangqun.kiosk.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.domain.request.RequestState;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.queue.QueueStreet;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.request.RequestStreet;
import cn.dangqun.kiosk.shell.Samples;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests at the windows, as browsers see them, over a real ledger.
@Tag("real-time")
class RequestRoutesTest {
    private static final String NAME = "样例居民";
    private static final String PHONE = "13800001234";
    private static final String WORDS = "楼道灯不亮 <b>";

    private final SteppedClock ledgerClock = new SteppedClock(Samples.NOW);
    private RequestStreet street;
    private ServedWindows windows;
    private HttpClient client;
    private String first;
    private String second;

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        street = new RequestStreet(directory, ledgerClock);
        windows = new ServedWindows(street.services);
        client = windows.client("127.0.0.1");
        first = signIn("s-1");
        second = signIn("s-2");
    }

    @AfterEach
    void close() {
        windows.close();
        street.close();
    }

    private String signIn(String staff) throws Exception {
        var set = windows.signIn(client, staff, Guards.PIN)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        return set.substring(set.indexOf('=') + 1, set.indexOf(';'));
    }

    private String get(String cookie, String path) throws Exception {
        return ServedWindows.send(
                        client, windows.request(path, Optional.of(cookie)).GET())
                .body();
    }

    private HttpResponse<String> post(String cookie, String path, Map<String, String> form) throws Exception {
        return ServedWindows.send(
                client,
                windows.request(path, Optional.of(cookie))
                        .header("Origin", windows.origin())
                        .header(Admission.TOKEN_HEADER, windows.token(client, cookie))
                        .POST(ServedWindows.form(form)));
    }

    private static Map<String, String> entered() {
        return Map.of("kind", "AGENCY", "name", NAME, "phone", PHONE, "words", WORDS);
    }

    private String filed() throws Exception {
        var answer = post(first, "/requests/file", entered());
        assertEquals(200, answer.statusCode(), answer.body());
        var found = Pattern.compile("/requests/one\\?id=([0-9a-f]{16})").matcher(get(first, "/requests"));
        assertTrue(found.find());
        return found.group(1);
    }

    private HttpResponse<String> step(String cookie, String id, Map<String, String> more) throws Exception {
        var form = new HashMap<>(more);
        form.putIfAbsent("mark", mark(cookie, id));
        form.put("id", id);
        return post(cookie, "/requests/step", form);
    }

    private String mark(String cookie, String id) throws Exception {
        var found =
                Pattern.compile("name=\"mark\" value=\"([0-9a-f]+)\"").matcher(get(cookie, "/requests/one?id=" + id));
        return found.find() ? found.group(1) : "";
    }

    @Test
    void isFiledReadHandedOverAndAnsweredByWhoItIs() throws Exception {
        var id = filed();
        assertFalse(get(first, "/requests/one?id=" + id).contains(NAME), "sealed until it is opened");
        assertTrue(get(second, "/requests?state=all").contains(id));
        assertFalse(get(second, "/requests").contains(id), "not theirs");
        assertTrue(post(second, "/requests/open", Map.of("id", id)).body().contains("您不能查看"));
        var others = get(second, "/requests/one?id=" + id);
        assertTrue(others.contains("您不能查看") && !others.contains("/requests/open"), others);
        assertTrue(get(first, "/requests/one?id=" + id).contains("/requests/open"));
        var read = post(first, "/requests/open", Map.of("id", id)).body();
        assertTrue(read.contains(NAME) && read.contains(PHONE) && read.contains("楼道灯不亮 &lt;b&gt;"), read);

        assertEquals(
                422,
                step(second, id, Map.of("step", "DONE", "words", "x", "mark", mark(first, id)))
                        .statusCode());
        assertEquals(422, step(first, id, Map.of("step", "DONE", "words", "")).statusCode());
        var nobody = step(first, id, Map.of("step", "TRANSFERRED", "to", ""));
        assertEquals(422, nobody.statusCode());
        assertTrue(nobody.body().contains("请选择转交给谁"), nobody.body());
        assertEquals(
                422, step(first, id, Map.of("step", "TRANSFERRED", "to", "s-9")).statusCode());
        ledgerClock.pass(Duration.ofMinutes(1));
        assertEquals(
                200, step(first, id, Map.of("step", "TRANSFERRED", "to", "s-2")).statusCode());
        assertTrue(get(second, "/requests").contains("转交给您"));
        ledgerClock.pass(Duration.ofMinutes(1));
        assertEquals(200, step(second, id, Map.of("step", "ACCEPTED")).statusCode());
        ledgerClock.pass(Duration.ofMinutes(1));
        var done = step(second, id, Map.of("step", "DONE", "words", "已报修，明天换"));
        assertEquals(200, done.statusCode(), done.body());
        assertTrue(done.body().contains("这件事已办结。") && !done.body().contains("不由您办理"), done.body());
        assertTrue(get(first, "/requests?state=closed").contains(id));
        assertTrue(post(second, "/requests/open", Map.of("id", id)).body().contains("已报修，明天换"));
        assertEquals(2, looks(), "who looked is on the record, and who might not is not");
    }

    private int looks() {
        return street.ledger
                .write(transaction -> transaction
                        .db()
                        .first("SELECT count(*) FROM request_step WHERE step = 'OPENED'", row -> row.getInt(1))
                        .orElseThrow())
                .thenApply(commit -> ((Commit.Done<Integer>) commit).value())
                .join();
    }

    @Test
    void aPageThatIsBehindDoesNothing() throws Exception {
        var id = filed();
        assertEquals(
                409, step(first, id, Map.of("step", "ACCEPTED", "mark", "0000")).statusCode());
        assertTrue(get(first, "/requests/one?id=" + id).contains("<dd>已登记</dd>"));
    }

    @Test
    void saysWhatIsWrongAndLosesNothingThatWasTyped() throws Exception {
        for (var wrong : Map.of(
                        "kind", "VISIT",
                        "name", "",
                        "phone", "12345",
                        "words", "",
                        "address", "号码 00000000000000000X")
                .entrySet()) {
            var form = new HashMap<>(entered());
            form.put(wrong.getKey(), wrong.getValue());
            var answer = post(first, "/requests/file", form);
            assertEquals(422, answer.statusCode(), wrong.getKey());
            assertTrue(wrong.getKey().equals("words") || answer.body().contains("楼道灯不亮 &lt;b&gt;"), wrong.getKey());
        }
        var nobody = post(first, "/requests/file", Map.of("kind", "OPINION", "words", "样例意见"));
        assertEquals(200, nobody.statusCode());
    }

    @Test
    void whatStandsElsewhereIsListedAndItsWordsAreAtTheStreet() throws Exception {
        var elsewhere = new RequestStanding(
                "00000000000000aa",
                RequestKind.CONSULTING,
                MadeUpStreet.COMMUNITY,
                "样例事项",
                MadeUpStreet.DAY,
                RequestState.filed(Answerer.staff("s-1"), Optional.of(MadeUpStreet.DAY.minusDays(1))),
                "样例甲",
                false,
                Samples.NOW.minusSeconds(60));
        street.tell(List.of(new ReferenceItem.StandingItem(elsewhere)));

        var list = get(first, "/requests?search=" + elsewhere.number().digits());
        assertTrue(list.contains("00000000000000aa") && list.contains("已逾期"), list);
        assertTrue(post(first, "/requests/open", Map.of("id", "00000000000000aa"))
                .body()
                .contains("街道平台查看"));
        assertEquals(
                200, step(first, "00000000000000aa", Map.of("step", "ACCEPTED")).statusCode());
    }

    @Test
    void theFormOfWhoeverIsAtTheWindowHasTheirNumberAndService() throws Exception {
        street.tell(List.of(new ReferenceItem.Service(QueueStreet.CARE, MadeUpStreet.STREET)));
        var service = QueueStreet.CARE.id().value();
        var form = get(first, "/requests/new?ticket=00000000000000aa&number=C012&service=" + service);

        assertTrue(form.contains("号码 C012"), form);
        assertTrue(form.contains("value=\"" + service + "\" selected"), form);
        var again = post(
                        first,
                        "/requests/file",
                        Map.of("kind", "AGENCY", "number", "C012", "service", service, "words", ""))
                .body();
        assertTrue(again.contains("号码 C012") && again.contains("value=\"" + service + "\" selected"), again);
    }

    @Test
    void turnsPages() throws Exception {
        for (int i = 0; i < RequestListPage.PER_PAGE + 1; i++) {
            filed();
        }
        assertTrue(get(first, "/requests").contains("page=2"));
        var last = get(first, "/requests?state=own&page=2");
        assertEquals(1, Pattern.compile("/requests/one").matcher(last).results().count());
        assertEquals(
                1,
                Pattern.compile("/requests/one")
                        .matcher(get(first, "/requests?page=99"))
                        .results()
                        .count());
    }
}
