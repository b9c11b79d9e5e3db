package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.AttendanceFigures;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/// What other systems read of activities; the document of the interface describes each field. Names nobody.
final class ActivityAnswer {
    private ActivityAnswer() {}

    /// `next` is empty on the last page.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Page(@JsonInclude List<Item> activities, String next) {
        Page {
            activities = List.copyOf(activities);
        }
    }

    record Holder(String id, String name) {}

    /// `others` are all who are in neither 应到 nor 实到; `complete`: all kiosks have told all they hold, so that who is
    /// `missing` is absent (F-64).
    record Item(
            String id,
            ActivityType type,
            String typeName,
            String title,
            Holder organization,
            String place,
            LocalDate heldOn,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            Stage stage,
            String stageName,
            boolean complete,
            Sums figures,
            int others) {}

    /// 应到 = 实到 + 请假 + 未签名 + 未到; 迟到 is among 实到.
    record Sums(int due, int present, int late, int leave, int unsigned, int missing, int exempt) {
        static Sums of(AttendanceFigures figures) {
            return new Sums(
                    figures.due(),
                    figures.present(),
                    figures.late(),
                    figures.leave(),
                    figures.unsigned(),
                    figures.absent() - figures.leave() - figures.unsigned(),
                    figures.notCounted());
        }
    }

    record Roll(Holder organization, boolean frozen, Sums figures) {}

    /// `rollsElsewhere`: how many more rolls the figures are of, of organisations that the token does not cover.
    record One(Item activity, boolean frozen, boolean locked, List<Roll> rolls, int rollsElsewhere) {
        One {
            rolls = List.copyOf(rolls);
        }
    }
}
