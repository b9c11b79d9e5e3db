package cn.dangqun.bench.kiosk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What the toolkit writes about each of its frames, when it is asked to: how long after the one before it
/// began, and how long layout and rendering took.
final class Pulses {
    /// Words for a Java that is to write them.
    static final List<String> ASKED = List.of("-Djavafx.pulseLogger=true", "-Djavafx.pulseLogger.threshold=-1");

    static final String SAID = "PULSE: ";

    private static final Pattern PULSE = Pattern.compile("PULSE: [0-9]+ \\[([0-9]+)ms:([0-9]+)ms]");

    private Pulses() {}

    /// The longest frame of each change of the picture, in milliseconds: frames that follow one another within `apart`
    /// are of one change. `lines`: each with [#SAID] in it, in their order.
    static List<Double> longestOfEach(List<String> lines, Duration apart) {
        var changes = new ArrayList<Double>();
        for (var line : lines) {
            var pulse = PULSE.matcher(line);
            if (pulse.find()) {
                double took = Double.parseDouble(pulse.group(2));
                if (changes.isEmpty() || Long.parseLong(pulse.group(1)) > apart.toMillis()) {
                    changes.add(took);
                } else {
                    changes.set(changes.size() - 1, Math.max(changes.getLast(), took));
                }
            }
        }
        return changes;
    }
}
