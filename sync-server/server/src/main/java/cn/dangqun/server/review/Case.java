package cn.dangqun.server.review;

import cn.dangqun.domain.fact.FactId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that the street holds about something that waits: the activity, what kiosks said of the person there, the roll
/// as it was frozen and the place by the roster now.
record Case(Waiting waiting, About about, Person person, List<Tap> taps, List<Line> then, Optional<Answered> answered) {
    Case {
        taps = List.copyOf(taps);
        then = List.copyOf(then);
    }

    /// `present` is 实到 by now. `chair` is who leads it, empty if nobody is named.
    record About(String activity, String title, String day, String organization, int present, String chair) {}

    /// `name` is empty for nobody, `branch` where the roster does not list the person now.
    record Person(String id, String name, String branch, boolean former) {
        static final Person NOBODY = new Person("", "", "", false);

        @Override
        public String toString() {
            return "Person";
        }
    }

    /// One record of a kiosk. `how` is empty when the person presented a card or code, `clock` as the projection ranks
    /// it, `unsigned` says that it counts with the person's own signature only, and there is none.
    record Tap(
            FactId id,
            String activity,
            String title,
            String kiosk,
            String site,
            Instant at,
            Instant received,
            boolean late,
            int clock,
            boolean counted,
            boolean voided,
            boolean awaiting,
            boolean unsigned,
            String how) {}

    /// A line of a frozen roll.
    record Line(String organization, String state, boolean voting) {
        boolean isPresent() {
            return state.equals("PRESENT") || state.equals("LATE") || state.equals("MAKEUP_SIGNED");
        }
    }

    /// What the branch said to an item that was returned to it.
    record Answered(String words, String staff, String kiosk, Instant at) {}

    /// Records that stand at the item's own activity.
    List<Tap> standing() {
        return taps.stream()
                .filter(each -> each.activity().equals(about.activity()) && !each.voided() && !each.awaiting())
                .toList();
    }

    /// Whether the person is among the 实到 that the page of the activity counts.
    boolean isCounted() {
        return then.stream().anyMatch(Line::isPresent);
    }

    /// The record that the item names.
    Optional<Tap> named() {
        return waiting.item()
                .fact()
                .flatMap(
                        id -> taps.stream().filter(each -> each.id().equals(id)).findFirst());
    }
}
