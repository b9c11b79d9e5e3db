package cn.dangqun.server.books;

import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.server.text.Texts;

/// The figures of an event as they stand in a book: those of its frozen roll, never of today's roster. What has no roll
/// has only its number of people; who is missing is said when kiosks have told all.
record Figures(Event event, Texts texts) {
    private static final String NONE = "—";

    String due() {
        return event.roll().map(each -> String.valueOf(each.due())).orElse(NONE);
    }

    String present() {
        return String.valueOf(event.roll().map(Event.Roll::present).orElse(event.presentWithoutRoll()));
    }

    String count(AttendanceState state) {
        return event.roll().map(each -> String.valueOf(each.count(state))).orElse(NONE);
    }

    String absent() {
        return event.complete() || event.roll().isEmpty()
                ? count(AttendanceState.ABSENT)
                : texts.get("books.word.awaited");
    }
}
