package cn.dangqun.simulation.story;

import cn.dangqun.simulation.machine.Ground;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One thing that happens, so many seconds after the beginning. What its kind does not name is 0.
public record Step(int second, Kind kind, int kiosk, int person, int activity, int number) {
    private static final Pattern NAMED = Pattern.compile("\\b[KPAN]\\b");
    private static final Pattern BLANK = Pattern.compile(" +");
    private static final int DAY = 86_400;
    private static final int HOUR = 3_600;
    private static final int MINUTE = 60;
    private static final int YEAR = 60 * 24 * 365;
    private static final int CUTS = 8;
    private static final List<String> SEEN = List.of(
            "", ", which the street sees much later", ", which the kiosk sees much later", ", which nobody sees");

    /// For programs and, behind the bar, for people; [#parse] reads it.
    public String line() {
        return "%d %s %d %d %d %d | %s".formatted(second, kind.name(), kiosk, person, activity, number, text());
    }

    /// @throws IllegalArgumentException when it is no step
    public static Step parse(String line) {
        var words = BLANK.splitAsStream(
                        line.substring(0, Math.max(0, line.indexOf('|'))).strip())
                .toArray(String[]::new);
        if (words.length != 6) {
            throw new IllegalArgumentException("this is no step: " + line);
        }
        return new Step(
                Integer.parseInt(words[0]),
                Kind.valueOf(words[1]),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                Integer.parseInt(words[4]),
                Integer.parseInt(words[5]));
    }

    /// For people.
    public String text() {
        var sentence =
                NAMED.matcher(kind.sentence()).replaceAll(match -> Matcher.quoteReplacement(word(match.group())));
        return "day %d, %02d:%02d:%02d  %s"
                .formatted(second / DAY + 1, second % DAY / HOUR, second % HOUR / MINUTE, second % MINUTE, sentence);
    }

    private String word(String letter) {
        return switch (letter) {
            case "K" -> "kiosk " + (kiosk + 1);
            case "P" ->
                person < Ground.PEOPLE
                        ? "person " + person + " of branch " + Ground.branchOf(person)
                        : "guest " + person;
            case "A" -> "activity " + activity;
            default -> other();
        };
    }

    private String other() {
        return switch (kind) {
            case KIOSK_CUT_WRITING, KIOSK_CUT_KEEPING, STREET_CUT_WRITING, BOOKED -> ordinal(number);
            case LINE_CUT ->
                number / CUTS + " more bytes " + (number % CUTS < CUTS / 2 ? "from" : "to") + " the kiosk"
                        + SEEN.get(number % SEEN.size());
            case CLOCK_SET -> length(Math.abs(number)) + (number < 0 ? " back" : " ahead");
            case RESCHEDULED -> length(number);
            default -> String.valueOf(number);
        };
    }

    private static String length(int minutes) {
        return minutes % YEAR == 0
                ? many(minutes / YEAR, "year")
                : minutes % (DAY / MINUTE) == 0
                        ? many(minutes / (DAY / MINUTE), "day")
                        : minutes % (HOUR / MINUTE) == 0
                                ? many(minutes / (HOUR / MINUTE), "hour")
                                : many(minutes, "minute");
    }

    /// `1 day`, `2 days`.
    static String many(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String ordinal(int number) {
        int last = number % 100 / 10 == 1 ? 0 : number % 10;
        return number + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
    }
}
