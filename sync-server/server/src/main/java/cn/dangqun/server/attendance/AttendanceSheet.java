package cn.dangqun.server.attendance;

import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.member.PersonName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One activity, person by person. `present` and `missing` together are the roll; `others` counted in another role or
/// are not on the roll.
record AttendanceSheet(
        ActivityCount count, List<Person> present, List<Person> missing, List<Person> others, List<Guest> guests) {
    AttendanceSheet {
        present = List.copyOf(present);
        missing = List.copyOf(missing);
        others = List.copyOf(others);
        guests = List.copyOf(guests);
    }

    /// `name` is empty for somebody the street's roster no longer knows. `taps` are in order of time.
    record Person(Optional<PersonName> name, String branchName, List<Tap> taps) {
        Person {
            taps = List.copyOf(taps);
        }

        Optional<Tap> counted() {
            return taps.stream().filter(Tap::counted).findFirst();
        }
    }

    /// One check-in as the kiosk recorded it: counted, or voided, or a duplicate of the counted one.
    record Tap(
            Instant at,
            AttendanceRole role,
            CheckInMethod method,
            boolean late,
            boolean voided,
            boolean counted,
            boolean doubtful,
            String kioskName) {}

    /// Counted, or voided, or admitted again with the same card.
    record Guest(GuestKind kind, Instant at, boolean voided, boolean counted, String kioskName) {}
}
