package cn.dangqun.devices.drivers.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KeyEventsTest {
    private final Scans scans = new Scans();
    private final KeyEvents keys = new KeyEvents(Duration.ofMillis(50), scans);

    @Test
    void readsEveryCharacterOfTheUsLayout() {
        var all = new StringBuilder();
        for (var character = ' '; character < 127; character++) {
            all.append(character);
        }

        feed(new Typist().type(all.toString(), 4).enter());

        assertEquals(List.of(all.toString()), scans.all);
    }

    @Test
    void readsTheFiguresOfTheKeypad() {
        feed(new Typist().stroke(79).stroke(75).stroke(71).stroke(82).stroke(96));

        assertEquals(List.of("1470"), scans.all);
    }

    @Test
    void readsTwoScansAndLeavesAPersonsTypingOut() {
        feed(new Typist()
                .type("DQ1:AB%c", 4)
                .enter()
                .pause(900)
                .type("hello world", 180)
                .pause(180)
                .enter()
                .pause(900)
                .type("second", 8)
                .stroke(15));

        assertEquals(List.of("DQ1:AB%c", "second"), scans.all);
    }

    @Test
    void skipsTheRepeatsOfAHeldKey() {
        var typist = new Typist().event(1, 30, 1);
        for (var i = 0; i < 20; i++) {
            typist.pause(30).event(1, 30, 2);
        }

        feed(typist.event(1, 30, 0));
        feed(new Typist().pause(2000).type("a", 1).enter());

        assertEquals(List.of("a"), scans.all);
    }

    @Test
    void doesNotJoinTheHalvesOfATornScan() {
        feed(new Typist().type("DQ1:AA", 4).pause(51).type("BB", 4).enter());

        assertEquals(List.of("BB"), scans.all);
    }

    @Test
    void reportsKeysThatMakeNoText() {
        feed(new Typist().stroke(Typist.ALT).type("0233", 4).enter());
        feed(new Typist().pause(500).type("ab", 4).event(0, 3, 0).type("cd", 4).enter());
        feed(new Typist().pause(1000).type("A".repeat(513), 4).enter());
        feed(new Typist().pause(9000).type("next", 4).enter());

        assertEquals(List.of("?", "?", "?", "next"), scans.all);
    }

    @Test
    void readsOnWhenARecordIsSplitAnywhere() {
        var records = new Typist().type("DQ1:AB", 4).enter().records();
        for (var at = 0; at < records.length; at++) {
            keys.feed(new byte[] {records[at]}, 1);
        }

        assertEquals(List.of("DQ1:AB"), scans.all);
    }

    @Test
    void survivesAClockThatIsSetBack() {
        feed(new Typist().pause(5000).type("A", 4));
        feed(new Typist().type("B", 4).enter());

        assertEquals(List.of("B"), scans.all);
    }

    @Property
    void answersToAnyRecordsWithTextsOfBoundedLength(@ForAll @Size(max = 2000) byte[] bytes) {
        var found = new Scans();
        var fuzzed = new KeyEvents(Duration.ofMillis(50), found);

        fuzzed.feed(bytes, bytes.length);

        assertTrue(found.all.stream().allMatch(text -> text.length() <= 512));
    }

    @Property
    void answersToAnyKeysInAnyOrder(@ForAll @Size(max = 3000) byte[] codes) {
        var found = new Scans();
        var typist = new Typist();
        for (var code : codes) {
            typist.event(1, code & 0x7F, code < 0 ? 0 : 1);
        }

        new KeyEvents(Duration.ofMillis(50), found).feed(typist.records(), typist.records().length);

        assertTrue(found.all.stream().allMatch(text -> text.length() <= 512));
    }

    private void feed(Typist typist) {
        var records = typist.records();
        keys.feed(records, records.length);
    }
}
