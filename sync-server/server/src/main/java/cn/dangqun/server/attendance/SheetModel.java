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
        boolean mayKeepMinutes,
        boolean missingIsFinal,
        List<Person> present,
        List<Group> notPresent,
        List<Person> missing,
        List<Person> others,
        List<Guest> guests,
        List<Heads> heads) {
    public SheetModel {
        present = List.copyOf(present);
        notPresent = List.copyOf(notPresent);
        missing = List.copyOf(missing);
        others = List.copyOf(others);
        guests = List.copyOf(guests);
        heads = List.copyOf(heads);
    }

    /// People of the roll who are not 实到 for one reason: 未签名, 请假, 不计应到.
    public record Group(String name, String state, List<Person> people) {
        public Group {
            people = List.copyOf(people);
        }
    }

    /// People of a kind whom staff counted without names.
    public record Heads(String kind, int number) {}

    /// Whether it is worth saying whose member each person is.
    public boolean manyBranches() {
        return present.stream().map(Person::branch).distinct().count() > 1;
    }

    public long guestsCounted() {
        return guests.stream()
                .filter(guest -> !guest.voided() && !guest.duplicate())
                .count();
    }

    /// `apart` tells somebody from others of the same name, empty where there are none. `taps`: the one that counts
    /// first,
    /// the others in order of time; `role` is empty when none counts. `notes` are what else stands of the person.
    public record Person(String name, String apart, String branch, String role, List<Tap> taps, List<Note> notes) {
        public Person {
            taps = List.copyOf(taps);
            notes = List.copyOf(notes);
        }
    }

    /// `detail` is empty where the viewer has not asked for names.
    public record Note(String words, String time, boolean voided, String detail) {}

    /// `first`: the line that carries the person's name. `ruled`: what the street did with it, in words.
    public record Tap(
            boolean first,
            String time,
            String method,
            String kiosk,
            boolean late,
            boolean voided,
            boolean setAside,
            boolean duplicate,
            boolean doubtful,
            boolean awaiting,
            String detail,
            List<String> ruled) {
        public Tap {
            ruled = List.copyOf(ruled);
        }
    }

    public record Guest(String kind, String time, String kiosk, boolean voided, boolean duplicate) {}
}
