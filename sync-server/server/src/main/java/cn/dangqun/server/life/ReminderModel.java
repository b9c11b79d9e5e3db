package cn.dangqun.server.life;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;

/// What the calendar of the coming days shows, word by word.
public record ReminderModel(
        String from,
        String to,
        List<Choice> organizations,
        String search,
        List<Day> days,
        String fileAddress,
        ListQuestion.Pages pages) {
    public ReminderModel {
        organizations = List.copyOf(organizations);
        days = List.copyOf(days);
    }

    /// `holiday` is a sentence, or empty.
    public record Day(String name, boolean today, boolean past, String holiday, List<Row> rows) {
        public Day {
            rows = List.copyOf(rows);
        }
    }

    /// `kind` is OWED, FIXED or PLANNED, for style; its sign and word say the same.
    public record Row(String kind, String sign, String word, String title, String who, String address) {
        Row leadingTo(String otherTitle, String otherAddress) {
            return new Row(kind, sign, word, otherTitle, who, otherAddress);
        }
    }
}
