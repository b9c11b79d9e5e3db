package cn.dangqun.devices.drivers.voice;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How loud the voice is at which time of day, in percent; each value holds until the next one, around midnight. 0 is
/// silence (F-49).
final class VolumeSchedule {
    private final NavigableMap<LocalTime, Integer> steps;

    private VolumeSchedule(NavigableMap<LocalTime, Integer> steps) {
        this.steps = steps;
    }

    /// `text` such as `08:00=80 12:00=40 14:00=80 20:00=0`, or a single number for the whole day.
    ///
    /// @throws DeviceException with MISCONFIGURED
    static VolumeSchedule of(String text) throws DeviceException {
        var steps = new TreeMap<LocalTime, Integer>();
        try {
            for (var word : text.strip().split("\\s+", -1)) {
                int equals = word.indexOf('=');
                var from = equals < 0 ? LocalTime.MIDNIGHT : LocalTime.parse(word.substring(0, equals));
                steps.put(from, percent(word.substring(equals + 1)));
            }
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new DeviceException(Kind.MISCONFIGURED, "the volume is a list such as 08:00=80 20:00=0", e);
        }
        return new VolumeSchedule(steps);
    }

    private static int percent(String text) throws DeviceException {
        int percent = Integer.parseInt(text);
        if (percent < 0 || percent > 100) {
            throw new DeviceException(Kind.MISCONFIGURED, "a volume is 0 to 100 percent");
        }
        return percent;
    }

    int percentAt(LocalTime time) {
        var step = steps.floorEntry(time);
        return step != null ? step.getValue() : steps.lastEntry().getValue();
    }
}
