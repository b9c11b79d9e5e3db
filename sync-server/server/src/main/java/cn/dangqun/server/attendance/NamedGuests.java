package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.server.attendance.SheetModel.PaperSheet;
import cn.dangqun.server.text.Texts;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What the street holds of a guest for who looks into it. `maySee`: the viewer may see names.
public record NamedGuests(Handle handle, Texts texts, boolean maySee) {
    /// `handled` is who registered them by name and why, empty for who presented a card and for who may not see names;
    /// `hands` are what they wrote.
    public record Named(String kind, String handled, List<PaperSheet> hands) {
        public Named {
            hands = List.copyOf(hands);
        }
    }

    public Optional<Named> find(ActivityId activity, FactId guest) {
        var words = new AttendanceWords(texts);
        var hands = new Hands(texts, maySee, SheetPage.address(activity));
        return new GuestReader(handle)
                .find(guest)
                .map(each -> new Named(
                        words.guest(each.kind()),
                        each.hand()
                                .filter(hand -> maySee)
                                .map(hand -> words.handled(hand.by()))
                                .orElse(""),
                        each.hand().map(hands::of).orElse(List.of())));
    }
}
