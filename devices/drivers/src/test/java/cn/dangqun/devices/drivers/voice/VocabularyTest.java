package cn.dangqun.devices.drivers.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.Announcement;
import cn.dangqun.devices.api.Announcement.TicketNumber;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VocabularyTest {
    private static String words(Announcement announcement) {
        var clips = Vocabulary.clips();
        return Vocabulary.clipsOf(announcement).stream().map(clips::get).collect(Collectors.joining(" "));
    }

    @Test
    void speaksACallCharacterByCharacter() {
        var call = new Announcement.Call(new TicketNumber("A012"), 2, 1);

        assertEquals("请 A 零 一 二 号 到 二 号 窗口", words(call));
    }

    @ParameterizedTest
    @CsvSource({"1, 一", "9, 九", "10, 十", "12, 十 二", "20, 二 十", "21, 二 十 一", "99, 九 十 九"})
    void speaksWindowsAsNumbers(int window, String spoken) {
        var call = new Announcement.Call(new TicketNumber("B3"), window, 1);

        assertEquals("请 B 三 号 到 " + spoken + " 号 窗口", words(call));
    }

    @ParameterizedTest
    @EnumSource(Announcement.Prompt.class)
    void everyPromptHasItsClip(Announcement.Prompt prompt) {
        assertTrue(Vocabulary.clips().keySet().containsAll(Vocabulary.clipsOf(prompt)));
    }

    @Test
    void everyTicketAndWindowCanBeSaid() {
        var clips = Vocabulary.clips().keySet();
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            for (int window = 1; window <= Announcement.Call.WINDOW_MAX; window++) {
                var call = new Announcement.Call(new TicketNumber(letter + "0123456"), window, 1);
                assertTrue(clips.containsAll(Vocabulary.clipsOf(call)));
            }
        }
    }

    @Test
    void noClipIsIdle() {
        var idle = new HashSet<>(Vocabulary.clips().keySet());
        for (var prompt : Announcement.Prompt.values()) {
            Vocabulary.clipsOf(prompt).forEach(idle::remove);
        }
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            var call = new Announcement.Call(new TicketNumber(letter + "3456789"), 10, 1);
            Vocabulary.clipsOf(call).forEach(idle::remove);
        }
        Vocabulary.clipsOf(new Announcement.Call(new TicketNumber("012"), 1, 1)).forEach(idle::remove);

        assertTrue(idle.isEmpty(), idle.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a1", "A-1", "A 1", "甲1", "A12345678"})
    void refusesNumbersItCannotSay(String number) {
        assertThrows(IllegalArgumentException.class, () -> new TicketNumber(number));
    }
}
