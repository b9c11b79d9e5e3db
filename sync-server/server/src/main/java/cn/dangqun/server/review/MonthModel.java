package cn.dangqun.server.review;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;
import java.util.Optional;

/// One month of an organisation and all below it, word by word: whether it is locked, what is still open, and the
/// figures, live and as they were locked.
public record MonthModel(
        String month,
        String organization,
        String organizationName,
        List<InboxModel.Option> organizations,
        Optional<Lock> lock,
        String covered,
        List<Open> open,
        String search,
        List<Choice> orders,
        List<Row> rows,
        ListQuestion.Pages pages,
        boolean mayLock,
        boolean mayOpen,
        String problem) {
    public MonthModel {
        organizations = List.copyOf(organizations);
        open = List.copyOf(open);
        orders = List.copyOf(orders);
        rows = List.copyOf(rows);
    }

    public record Lock(String words) {}

    /// Something that is not done yet, and where it is seen to.
    public record Open(String words, String address) {}

    /// One roll of one activity. `complete`: kiosks have told all, so who is not seen is absent (F-64). `frozen`
    /// is empty while the month is open; `corrected` and `late` came after the lock: taken into the report, and
    /// not yet.
    public record Row(
            String day,
            String title,
            String link,
            String roll,
            boolean complete,
            Figures live,
            Optional<Figures> frozen,
            int corrected,
            int late) {}

    public record Figures(int due, int present, int late, int unsigned, int leave, int absent) {
        /// Nobody was seen, and nothing was said of anybody.
        public boolean nothingKnown() {
            return present == 0 && unsigned == 0 && leave == 0;
        }
    }
}
