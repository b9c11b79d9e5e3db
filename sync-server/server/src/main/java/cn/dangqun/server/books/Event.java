package cn.dangqun.server.books;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.AttendanceState;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// Something that was to be held and that the branch held or took part in, with one roll of the branch or a group of
/// it.
/// `own`: who holds it is the branch or a group of it. `complete`: kiosks have told all, so who is not seen was not
/// there (F-64). `over`: its planned end is past, so what is not there yet is lacking.
record Event(
        ActivityId id,
        ActivityType type,
        String title,
        String place,
        LocalDate day,
        String holder,
        boolean own,
        boolean complete,
        boolean over,
        Optional<Plan> plan,
        Optional<Roll> roll,
        int presentWithoutRoll,
        Optional<Written> minutes,
        int scans,
        int sheets) {

    /// `hours` and `halfDays` are 0 where none were fixed.
    record Plan(int hours, int halfDays, String chair) {}

    /// `people` by how they stand on the frozen roll; `unexplained` are absent without a reason.
    record Roll(String organization, Map<AttendanceState, Integer> people, int unexplained) {
        Roll {
            people = Map.copyOf(people);
        }

        int count(AttendanceState state) {
            return people.getOrDefault(state, 0);
        }

        int present() {
            return count(AttendanceState.PRESENT) + count(AttendanceState.LATE) + count(AttendanceState.MAKEUP_SIGNED);
        }

        int due() {
            return people.entrySet().stream()
                    .filter(each -> each.getKey() != AttendanceState.NOT_COUNTED)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    /// The minutes that stand. `dissent` is empty where somebody said that there was none.
    record Written(
            String chair, String recorder, String topic, String points, Optional<String> dissent, String resolutions) {
        @Override
        public String toString() {
            return "Written";
        }
    }

    /// Somebody came, or it was written down.
    boolean wasHeld() {
        int came = roll.map(each -> each.present() + each.count(AttendanceState.CHECKED_IN_UNSIGNED))
                .orElse(presentWithoutRoll);
        return came > 0 || (own && (minutes.isPresent() || scans > 0));
    }

    /// It is for whoever holds it to write down what is not there.
    boolean isToBeWritten() {
        return own && over;
    }

    boolean hasHours() {
        return plan.filter(each -> each.hours() > 0 || each.halfDays() > 0).isPresent();
    }

    String key() {
        return id + " " + roll.map(Roll::organization).orElse("");
    }

    String about() {
        return day + " " + title;
    }

    String address() {
        return "/activities/" + id;
    }
}
