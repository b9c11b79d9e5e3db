package cn.dangqun.bench.farm.story;

import java.util.Optional;
import java.util.regex.Pattern;

/// One thing that goes wrong in round `round`: after `after` people of that round it strikes, and after
/// `people` more it ends. `kiosk` counts from 0, empty for the street, where the people of all kiosks are
/// counted. `lot` is what else had to be drawn, such as which bytes.
public record Fault(int round, Optional<Integer> kiosk, FaultKind kind, String way, int lot, int after, int people) {
    private static final Pattern FORM = Pattern.compile("round (\\d{1,6}) (street|kiosk (\\d{1,6})): ([A-Z_]+) (\\S+)"
            + ", lot (\\d{1,9}), after (\\d{1,6}) for (\\d{1,6})");

    public Fault {
        if (round < 0 || after < 0 || people < 1 || !kind.ways().contains(way)) {
            throw new IllegalArgumentException("no fault: " + kind + " " + way + " after " + after + " for " + people);
        }
        if (kind.isOfTheStreet() == kiosk.isPresent()) {
            throw new IllegalArgumentException(kind + " is not for " + (kiosk.isPresent() ? "a kiosk" : "the street"));
        }
    }

    public int end() {
        return after + people;
    }

    String text() {
        return "round %d %s: %s %s, lot %d, after %d for %d"
                .formatted(
                        round + 1,
                        kiosk.map(each -> "kiosk " + (each + 1)).orElse("street"),
                        kind,
                        way,
                        lot,
                        after,
                        people);
    }

    static Fault parse(String line) {
        var parts = FORM.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("this is no fault: " + line);
        }
        return new Fault(
                number(parts.group(1)) - 1,
                Optional.ofNullable(parts.group(3)).map(text -> number(text) - 1),
                FaultKind.valueOf(parts.group(4)),
                parts.group(5),
                number(parts.group(6)),
                number(parts.group(7)),
                number(parts.group(8)));
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }
}
