package cn.dangqun.bench.farm.story;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that goes wrong on a farm. In each round every kiosk serves [#PEOPLE_A_ROUND] people, then all wait for
/// each other; who comes after the last round meets no fault. The text names everything, so that it can be told again.
public record Story(int kiosks, int people, long seed, List<Fault> faults) {
    public static final int PEOPLE_A_ROUND = 4;
    private static final Pattern FORM =
            Pattern.compile("farm of (\\d{1,6}) kiosks, (\\d{1,6}) people each, seed (-?\\d+)");

    public Story {
        faults = List.copyOf(faults);
        if (kiosks < 2 || people < PEOPLE_A_ROUND) {
            throw new IllegalArgumentException("at least 2 kiosks and " + PEOPLE_A_ROUND + " people");
        }
        for (var fault : faults) {
            int crowd = fault.kiosk().isPresent() ? PEOPLE_A_ROUND : PEOPLE_A_ROUND * kiosks;
            if (fault.round() >= people / PEOPLE_A_ROUND || fault.kiosk().orElse(0) >= kiosks || fault.end() > crowd) {
                throw new IllegalArgumentException("nobody would be there: " + fault.text());
            }
        }
    }

    public int rounds() {
        return people / PEOPLE_A_ROUND;
    }

    /// At most one in a round.
    public Optional<Fault> ofKiosk(int round, int kiosk) {
        return faults.stream()
                .filter(each -> each.round() == round
                        && each.kiosk().filter(at -> at == kiosk).isPresent())
                .findFirst();
    }

    /// At most one in a round.
    public Optional<Fault> ofStreet(int round) {
        return faults.stream()
                .filter(each -> each.round() == round && each.kiosk().isEmpty())
                .findFirst();
    }

    public String text() {
        var head = "farm of %d kiosks, %d people each, seed %d".formatted(kiosks, people, seed);
        return Stream.concat(Stream.of(head), faults.stream().map(Fault::text))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /// What [#text] said.
    ///
    /// @throws IllegalArgumentException when it is no story
    public static Story parse(String text) {
        var lines = text.lines().filter(line -> !line.isBlank()).toList();
        var head = FORM.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!head.matches()) {
            throw new IllegalArgumentException("this is no story of a farm");
        }
        return new Story(
                Integer.parseInt(head.group(1)),
                Integer.parseInt(head.group(2)),
                Long.parseLong(head.group(3)),
                lines.stream().skip(1).map(Fault::parse).toList());
    }
}
