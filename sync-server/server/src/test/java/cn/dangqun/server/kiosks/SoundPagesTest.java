package cn.dangqun.server.kiosks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.protocol.ProtocolVersion;
import cn.dangqun.protocol.ReferenceCodec;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.reference.Held;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 声音 on the page of a kiosk, and what kiosks are sent of it (F-49).
class SoundPagesTest {
    private static final int BEFORE_THIS = 6;
    private static final Map<String, String> DAY = Map.of(
            "from1",
            "12:00",
            "to1",
            "14:00",
            "loudness1",
            "FAINT",
            "from2",
            "08:00",
            "to2",
            "12:00",
            "loudness2",
            "LOUD",
            "from4",
            "14:00",
            "to4",
            "20:00",
            "loudness4",
            "MEDIUM",
            "otherwise",
            "SILENT");
    private static final String WRITTEN = "08:00=100 12:00=25 14:00=80 20:00=0";

    private ConsoleUnderTest console;
    private Visitor admin;
    private KioskId kiosk;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        kiosk = console.kiosk(1);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void setsTheSoundAndSaysWhetherItHasArrivedUntilItIsTakenBack() throws Exception {
        assertTrue(page().contains("现在：按本机设置"));
        assertFalse(page().contains("sound-own"));
        heldAt("site-1", ProtocolVersion.NEWEST);

        assertEquals(303, set(DAY));

        var set = page();
        assertTrue(set.contains("现在：08:00–12:00 响，12:00–14:00 很轻，14:00–20:00 适中，其余时间静音"), set);
        assertTrue(set.contains("一体机还没有收到"), set);
        assertTrue(set.contains("name=\"from1\" value=\"08:00\"") && set.contains("name=\"to3\" value=\"20:00\""), set);
        assertEquals(List.of(kiosk + " " + WRITTEN), sent("site-1", ProtocolVersion.NEWEST));
        assertEquals(List.of(), sent("site-2", ProtocolVersion.NEWEST));
        assertEquals(List.of(), sent("site-1", BEFORE_THIS));
        heldAt("site-1", ProtocolVersion.NEWEST);
        assertTrue(page().contains("一体机已收到"), page());

        assertEquals(303, post("/sound/removal", Map.of()));

        assertTrue(page().contains("现在：按本机设置") && page().contains("一体机还没有收到"), page());
        assertEquals(List.of(), sent("site-1", ProtocolVersion.NEWEST));
        assertEquals(List.of(kiosk.value()), audited("KIOSK_SOUND_SET"));
        assertEquals(List.of(kiosk.value()), audited("KIOSK_SOUND_REMOVED"));
    }

    @Test
    void saysWhatIsWrongAndLosesNothingThatWasTyped() {
        set(DAY);
        refuses("第 1 段和第 2 段的时间重叠了", Map.of("from2", "22:00", "to2", "12:01"));
        refuses("第 2 段：开始和结束都要写", Map.of("to2", ""));
        refuses("第 2 段：开始和结束都要写", Map.of("to2", "25:00"));
        refuses("第 4 段：开始和结束不能相同", Map.of("to4", "14:00"));
        refuses("第 4 段：请选一种音量", Map.of("loudness4", "SHOUTING"));
        refuses("请选“其余时间”的音量", Map.of("otherwise", ""));

        assertTrue(page().contains("现在：08:00–12:00 响"), page());
        assertEquals(List.of(kiosk.value()), audited("KIOSK_SOUND_SET"));
    }

    @Test
    void soundsAlikeAllDayAndOverNight() {
        set(Map.of("otherwise", "SOFT"));
        assertTrue(page().contains("现在：全天轻"), page());

        set(Map.of("from3", "21:30", "to3", "07:30", "loudness3", "SILENT", "otherwise", "SOFT"));
        assertTrue(page().contains("现在：07:30–21:30 轻，其余时间静音"), page());
    }

    @Test
    void saysThatAnOldProgramCannotHaveIt() {
        heldAt("site-1", BEFORE_THIS);
        set(DAY);

        assertTrue(page().contains("程序太旧"), page());
    }

    @Test
    void goesWithTheKioskToAnotherCentreAndToTheMachineThatTakesItsPlace() throws Exception {
        set(DAY);
        post("/site", Map.of("site", "site-2"));
        assertEquals(List.of(), sent("site-1", ProtocolVersion.NEWEST));
        assertEquals(List.of(kiosk + " " + WRITTEN), sent("site-2", ProtocolVersion.NEWEST));

        admin.post(address(), address() + "/replacement", Map.of("kiosk", "new-one"));

        assertEquals(List.of(), sent("site-2", ProtocolVersion.NEWEST)); // nobody has enrolled it yet
        var revoked = page();
        assertFalse(revoked.contains("/sound"), revoked);
        assertEquals(404, post("/sound", DAY));
        assertEquals(404, post("/sound/removal", Map.of()));
        console.database.write((handle, changes) -> {
            handle.execute("INSERT INTO kiosk (id, name, site, created_at) VALUES ('new-one', '新机', 'site-2', 1)");
            new KioskVolumes(console.reference).placed(handle, changes, new KioskId("new-one"));
            return kiosk;
        });
        assertEquals(List.of("new-one " + WRITTEN), sent("site-2", ProtocolVersion.NEWEST));
    }

    private void refuses(String why, Map<String, String> instead) {
        var form = new HashMap<>(DAY);
        form.putAll(instead);
        var answer = admin.post(address(), address() + "/sound", form);

        assertEquals(422, answer.statusCode(), why);
        assertTrue(answer.body().contains(why), answer.body());
        assertTrue(answer.body().contains("name=\"from1\" value=\"12:00\""), answer.body());
        assertTrue(answer.body().contains("现在：08:00–12:00 响"), answer.body());
    }

    private int set(Map<String, String> form) {
        return post("/sound", form);
    }

    private int post(String where, Map<String, String> form) {
        return admin.post(address(), address() + where, form).statusCode();
    }

    private String address() {
        return "/kiosks/" + kiosk;
    }

    private String page() {
        return admin.get(address()).body();
    }

    /// It says that it has everything there is.
    private void heldAt(String site, int version) {
        var held = console.reference
                .feed(new Held(site, version, ""), Optional.empty(), 0)
                .held();
        var newest = console.reference.publish(List.of());
        new KioskRegistry(console.database, console.clock).notedReferenceApplied(kiosk, held, newest, false);
        console.database.write((handle, changes) -> kiosk); // behind it in the same queue
    }

    private List<String> sent(String site, int version) throws Exception {
        var found = new ArrayList<String>();
        var next = console.reference.next(console.reference.feed(new Held(site, version, ""), Optional.empty(), 0));
        while (next.isPresent()) {
            for (var record : next.get().page().getChangesList()) {
                if (ReferenceCodec.decode(record.toByteArray()).item().orElse(null)
                        instanceof ReferenceItem.KioskSettings(var id, var volume)) {
                    found.add(id + " " + volume);
                }
            }
            next = console.reference.next(next.get().feed());
        }
        return found;
    }

    private List<String> audited(String action) {
        return console.database.read(
                handle -> handle.createQuery("SELECT subject FROM audit_entry WHERE street = 1 AND action = ?")
                        .bind(0, action)
                        .mapTo(String.class)
                        .list());
    }
}
