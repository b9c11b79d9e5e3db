package cn.dangqun.devices.drivers.voice;

import cn.dangqun.devices.api.Announcement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Which clips make up an announcement, and what is said on each clip. The list of clips stands in `clips.tsv`, from
/// which the default voice pack is made: name, words, and for Mandarin how each character is read, in pinyin with the
/// tone as a digit.
final class Vocabulary {
    private static final String LIST = "clips.tsv";

    private Vocabulary() {}

    /// Clip name to the words on it, in the order of the list.
    static Map<String, String> clips() {
        var clips = new LinkedHashMap<String, String>();
        try (var in = new BufferedReader(new InputStreamReader(list(), StandardCharsets.UTF_8))) {
            in.lines().map(line -> line.split("\t", -1)).forEach(row -> clips.put(row[0], row[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("the list of clips cannot be read", e);
        }
        return clips;
    }

    private static InputStream list() {
        return Objects.requireNonNull(Vocabulary.class.getResourceAsStream(LIST), LIST);
    }

    static List<String> clipsOf(Announcement announcement) {
        return switch (announcement) {
            case Announcement.Prompt prompt ->
                List.of(prompt.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            case Announcement.Call call -> call(call);
        };
    }

    private static List<String> call(Announcement.Call call) {
        var clips = new ArrayList<String>();
        clips.add("please");
        call.ticket().text().chars().mapToObj(Vocabulary::character).forEach(clips::add);
        clips.addAll(List.of("number", "to"));
        addNumber(clips, call.window());
        clips.addAll(List.of("number", "window"));
        return clips;
    }

    private static String character(int character) {
        var text = Character.toString(character).toLowerCase(Locale.ROOT);
        return (Character.isDigit(character) ? "digit-" : "letter-") + text;
    }

    /// 1 to 99 as Chinese says them: 九, 十, 十二, 二十, 二十一.
    private static void addNumber(List<String> clips, int number) {
        int tens = number / 10;
        int ones = number % 10;
        if (tens > 1) {
            clips.add("digit-" + tens);
        }
        if (tens > 0) {
            clips.add("ten");
        }
        if (ones > 0) {
            clips.add("digit-" + ones);
        }
    }
}
