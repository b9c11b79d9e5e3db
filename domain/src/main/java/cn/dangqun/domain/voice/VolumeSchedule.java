package cn.dangqun.domain.voice;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How loud the voice is at which time of day, in percent; each value holds until the next one, around midnight. 0 is
/// silence (F-49). Two that sound alike at every time are equal.
public record VolumeSchedule(NavigableMap<LocalTime, Integer> steps) {
    public static final int LOUDEST = 100;

    /// Into so many parts people divide a day.
    public static final int USUAL_PARTS = 4;

    /// Where nobody says otherwise.
    public static final VolumeSchedule USUAL = of("80");

    public VolumeSchedule {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a volume has at least one value");
        }
        if (steps.values().stream().anyMatch(percent -> percent < 0 || percent > LOUDEST)) {
            throw new IllegalArgumentException("a volume is 0 to 100 percent");
        }
        steps = Collections.unmodifiableNavigableMap(plain(steps));
    }

    /// From `from` until `to`, which may be on the next day; not all day.
    public record Part(LocalTime from, LocalTime to, int percent) {
        public Part {
            if (from.equals(to)) {
                throw new IllegalArgumentException("a part of the day has a beginning and another end");
            }
        }

        public boolean overlaps(Part other) {
            return contains(other.from) || other.contains(from);
        }

        private boolean contains(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }
    }

    /// The same said as parts of the day, and what holds besides.
    public record Day(List<Part> parts, int otherwise) {
        public Day {
            parts = List.copyOf(parts);
        }
    }

    /// `text` such as `08:00=80 12:00=40 14:00=80 20:00=0`, or a single number for the whole day.
    ///
    /// @throws IllegalArgumentException when it is neither
    public static VolumeSchedule of(String text) {
        var steps = new TreeMap<LocalTime, Integer>();
        try {
            for (var word : text.strip().split("\\s+", -1)) {
                int equals = word.indexOf('=');
                var from = equals < 0 ? LocalTime.MIDNIGHT : LocalTime.parse(word.substring(0, equals));
                steps.put(from, Integer.valueOf(word.substring(equals + 1)));
            }
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException("the volume is a list such as 08:00=80 20:00=0", e);
        }
        return new VolumeSchedule(steps);
    }

    /// @throws IllegalArgumentException when two parts overlap
    public static VolumeSchedule of(Day day) {
        var steps = new TreeMap<LocalTime, Integer>();
        for (var part : day.parts()) {
            if (day.parts().stream().filter(part::overlaps).count() > 1) { // itself
                throw new IllegalArgumentException("two parts of the day overlap");
            }
            steps.put(part.from(), part.percent());
        }
        day.parts().forEach(part -> steps.putIfAbsent(part.to(), day.otherwise()));
        steps.putAll(steps.isEmpty() ? Map.of(LocalTime.MIDNIGHT, day.otherwise()) : Map.of());
        return new VolumeSchedule(steps);
    }

    /// Without steps that change nothing.
    private static NavigableMap<LocalTime, Integer> plain(NavigableMap<LocalTime, Integer> steps) {
        var left = new TreeMap<LocalTime, Integer>();
        int before = steps.lastEntry().getValue();
        for (var step : steps.entrySet()) {
            if (step.getValue() != before) {
                left.put(step.getKey(), step.getValue());
            }
            before = step.getValue();
        }
        if (left.isEmpty()) {
            left.put(LocalTime.MIDNIGHT, before);
        }
        return left;
    }

    public int percentAt(LocalTime time) {
        var step = steps.floorEntry(time);
        return step != null ? step.getValue() : steps.lastEntry().getValue();
    }

    /// What holds at midnight is what holds besides, so that no part goes over midnight, if that takes
    /// [#USUAL_PARTS] at most; else in as few parts as it takes.
    /// What was made of so many parts needs no more of them.
    public Day day() {
        var byMidnight = besides(percentAt(LocalTime.MIDNIGHT));
        return Stream.concat(Stream.of(byMidnight), steps.values().stream().map(this::besides))
                .min(Comparator.comparingInt(
                        day -> Math.max(USUAL_PARTS, day.parts().size())))
                .orElseThrow();
    }

    private Day besides(int otherwise) {
        return new Day(
                steps.entrySet().stream()
                        .filter(step -> step.getValue() != otherwise)
                        .map(step -> new Part(step.getKey(), next(step.getKey()), step.getValue()))
                        .toList(),
                otherwise);
    }

    private LocalTime next(LocalTime from) {
        var next = steps.higherKey(from);
        return next != null ? next : steps.firstKey();
    }

    /// As [#of(String)] reads it.
    @Override
    public String toString() {
        return steps.size() == 1
                ? steps.firstEntry().getValue().toString()
                : steps.entrySet().stream()
                        .map(step -> step.getKey() + "=" + step.getValue())
                        .collect(Collectors.joining(" "));
    }
}
