package cn.dangqun.server.attendance;

import java.util.List;

/// What the page of one activity shows, word by word. `missingIsFinal`: the centre's kiosks have reported past the
/// end, so those missing are 未到; before that they are only not seen yet (F-64).
public record SheetModel(
        TodayModel.Row row,
        String day,
        String boardAddress,
        String liveAddress,
        boolean fullNames,
        String namesAddress,
        boolean missingIsFinal,
        List<Person> present,
        List<Person> missing,
        List<Person> others,
        List<Guest> guests) {
    public SheetModel {
        present = List.copyOf(present);
        missing = List.copyOf(missing);
        others = List.copyOf(others);
        guests = List.copyOf(guests);
    }

    /// Whether it is worth saying whose member each person is.
    public boolean manyBranches() {
        return present.stream().map(Person::branch).distinct().count() > 1;
    }

    public long guestsCounted() {
        return guests.stream()
                .filter(guest -> !guest.voided() && !guest.duplicate())
                .count();
    }

    /// `taps`: the one that counts first, the others in order of time; `role` is empty when none counts.
    public record Person(String name, String branch, String role, List<Tap> taps) {
        public Person {
            taps = List.copyOf(taps);
        }
    }

    /// `first`: the line that carries the person's name.
    public record Tap(
            boolean first,
            String time,
            String method,
            String kiosk,
            boolean late,
            boolean voided,
            boolean duplicate,
            boolean doubtful) {}

    public record Guest(String kind, String time, String kiosk, boolean voided, boolean duplicate) {}
}
