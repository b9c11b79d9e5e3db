package cn.dangqun.simulation.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was recorded of each activity at each kiosk, line by line as the page will say it, as often as it was recorded.
/// For one thread.
public final class Tally {
    private final Map<Place, List<String>> recorded = new HashMap<>();
    private final Map<Place, List<String>> begun = new HashMap<>();

    private record Place(int kiosk, int activity) {}

    /// What a page says less, and more, than there is to say.
    public record Difference(List<String> missing, List<String> invented) {
        public Difference {
            missing = List.copyOf(missing);
            invented = List.copyOf(invented);
        }
    }

    /// Recorded, perhaps: whoever lost power before the answer does not know.
    public final class Begun {
        private final Place place;
        private final String line;

        private Begun(Place place, String line) {
            this.place = place;
            this.line = line;
        }

        /// Somebody read whether it was.
        public void ended(boolean done) {
            if (done) {
                at(recorded, place).add(line);
            } else {
                at(begun, place).remove(line);
            }
        }
    }

    public Begun begin(int kiosk, int activity, String line) {
        var place = new Place(kiosk, activity);
        at(begun, place).add(line);
        return new Begun(place, line);
    }

    /// Whatever was recorded there up to now may be gone.
    public void lost(int kiosk) {
        recorded.keySet().removeIf(place -> place.kiosk == kiosk);
    }

    public Difference compare(int kiosk, int activity, List<String> told) {
        var place = new Place(kiosk, activity);
        return new Difference(
                without(recorded.getOrDefault(place, List.of()), told),
                without(told, begun.getOrDefault(place, List.of())));
    }

    /// `taken` away from `all`, each as often as it is there.
    private static List<String> without(List<String> all, List<String> taken) {
        var rest = new ArrayList<>(all);
        taken.forEach(rest::remove);
        return rest;
    }

    private static List<String> at(Map<Place, List<String>> all, Place place) {
        return all.computeIfAbsent(place, fresh -> new ArrayList<>());
    }
}
