package cn.dangqun.kiosk.staff;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// Who is on duty at this moment, in the centre's local time.
public sealed interface Duty {
    /// The street has not said who is on duty when.
    record Unsaid() implements Duty {}

    record Here(List<Person> people) implements Duty {
        public Here {
            people = List.copyOf(people);
        }
    }

    /// `next`: when somebody comes, within a month; `today` is the centre's day.
    record Nobody(LocalDate today, Optional<LocalDateTime> next) implements Duty {}

    /// `photo` is empty where none may be shown, and while its file has not come.
    record Person(String name, LocalTime until, Optional<Portrait> photo) {
        public Person(String name, LocalTime until) {
            this(name, until, Optional.empty());
        }
    }
}
