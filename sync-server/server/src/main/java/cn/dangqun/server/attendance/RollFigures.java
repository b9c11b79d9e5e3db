package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The figures of one activity as its sheet has them, for pages about something else. Call it inside one read
/// transaction.
public final class RollFigures {
    private final TodayReader board;
    private final SheetReader sheets;
    private final Texts texts;

    /// `missing` with the reason in words; the names are in full. `complete`: the centre's kiosks have reported
    /// past the end.
    public record Figures(int due, int present, boolean complete, List<Missing> missing) {
        public Figures {
            missing = List.copyOf(missing);
        }
    }

    public record Missing(String name, String why) {
        @Override
        public String toString() {
            return "Missing";
        }
    }

    public RollFigures(StreetRoster roster, Texts texts, Times times) {
        this.board = new TodayReader(roster, times);
        this.sheets = new SheetReader(board);
        this.texts = texts;
    }

    /// Empty outside the scope, and for what is not known.
    public Optional<Figures> of(Handle handle, Scope scope, ActivityId activity) {
        return board.find(handle, scope, activity).map(count -> {
            var roll = sheets.read(handle, count).roll();
            var missing = new ArrayList<Missing>();
            roll.onLeave().forEach(each -> missing.add(missing(each, "attendance.sheet.leave")));
            roll.unsigned().forEach(each -> missing.add(missing(each, "attendance.sheet.unsigned")));
            roll.missing().forEach(each -> missing.add(missing(each, "attendance.sheet.missing")));
            return new Figures(
                    count.tally().due(),
                    count.figures().present(),
                    count.uploads().isCompleteFor(count.activity().window()),
                    missing);
        });
    }

    private Missing missing(AttendanceSheet.Person person, String why) {
        return new Missing(person.name().map(PersonName::full).orElse(person.member()), texts.get(why));
    }
}
