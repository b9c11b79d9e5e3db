package cn.dangqun.server.books;

import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.server.attendance.AttendanceWords;
import cn.dangqun.server.books.BookContent.Lack;
import cn.dangqun.server.books.BookTable.Column;
import cn.dangqun.server.books.BookTable.Entry;
import cn.dangqun.server.books.Event.Written;
import cn.dangqun.server.meeting.SessionBook;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// 支部组织生活纪实簿: what was held, who was there by the frozen roll, why somebody was not, what was announced, voted and
/// written down (RULES 1.11).
record LifeBook(Texts texts, Times times) {

    BookContent read(List<Event> events, BookYear year) {
        var held = events.stream().filter(Event::wasHeld).toList();
        var missing = year.whole() ? MissingReader.of(held, year, texts) : MissingReader.nobody();
        var entries = new ArrayList<Entry>();
        for (var event : held) {
            entries.add(new Entry(
                    event.key(),
                    year.whole()
                            ? cells(entries.size() + 1, event, missing, year)
                            : columns().stream().map(_ -> "").toList(),
                    event.address()));
        }
        var lacks = new ArrayList<Lack>();
        events.forEach(each -> lacks(each, lacks));
        return new BookContent(
                Book.LIFE,
                List.of(new BookTable(texts.get("books.title.life"), columns(), entries)),
                lacks,
                List.of(texts.get("books.note.life")),
                true);
    }

    private List<Column> columns() {
        return List.of(
                Column.figure(texts.get("books.column.number"), 1),
                Column.of(texts.get("books.column.day"), 1),
                Column.of(texts.get("books.column.type"), 1),
                Column.of(texts.get("books.column.title"), 1),
                Column.of(texts.get("books.column.place"), 1),
                Column.of(texts.get("books.column.holder"), 1),
                Column.of(texts.get("books.column.chair"), 1),
                Column.of(texts.get("books.column.recorder"), 1),
                Column.figure(texts.get("books.column.due"), 1),
                Column.figure(texts.get("books.column.present"), 1),
                Column.figure(texts.get("books.column.leave"), 1),
                Column.figure(texts.get("books.column.absent"), 1),
                Column.figure(texts.get("books.column.unsigned"), 1),
                Column.figure(texts.get("books.column.notCounted"), 1),
                wide("books.column.missing"),
                wide("books.column.declared"),
                wide("books.column.steps"),
                wide("books.column.agenda"),
                wide("books.column.subject"),
                wide("books.column.points"),
                wide("books.column.dissent"),
                wide("books.column.resolutions"),
                wide("books.column.attachments"));
    }

    private Column wide(String key) {
        return new Column(texts.get(key), 2, true, false);
    }

    private List<String> cells(int number, Event event, MissingReader missing, BookYear year) {
        var figures = new Figures(event, texts);
        var names = year.names();
        var session =
                new SessionWords(new SessionBook(year.handle(), texts, times).told(event.id(), names.full()), texts);
        var written = event.minutes();
        return List.of(
                String.valueOf(number),
                event.day().toString(),
                new AttendanceWords(texts).type(event.type()),
                event.title(),
                event.place(),
                event.holder(),
                names.typed(chair(event)),
                names.typed(written.map(Written::recorder)),
                figures.due(),
                figures.present(),
                figures.count(AttendanceState.LEAVE),
                figures.absent(),
                figures.count(AttendanceState.CHECKED_IN_UNSIGNED),
                figures.count(AttendanceState.NOT_COUNTED),
                missing.of(event),
                session.declared(),
                session.steps(),
                session.agenda(),
                names.words(written.map(Written::topic)),
                names.words(written.map(Written::points)),
                written.map(each -> each.dissent().map(names::words).orElse(texts.get("books.word.noDissent")))
                        .orElse(""),
                names.words(written.map(Written::resolutions)),
                attachments(event));
    }

    /// Of the minutes, else as planned.
    private static String chair(Event event) {
        return event.minutes()
                .map(Written::chair)
                .filter(each -> !each.isBlank())
                .or(() -> event.plan().map(Event.Plan::chair))
                .orElse("");
    }

    private String attachments(Event event) {
        var named = new ArrayList<String>();
        Optional.of(event.scans())
                .filter(each -> each > 0)
                .ifPresent(each -> named.add(texts.get("books.word.scans", each)));
        Optional.of(event.sheets())
                .filter(each -> each > 0)
                .ifPresent(each -> named.add(texts.get("books.word.sheets", each)));
        return String.join("；", named);
    }

    private void lacks(Event event, List<Lack> lacks) {
        if (!event.over()) {
            return;
        }
        if (!event.wasHeld()) {
            if (event.own() && event.complete()) {
                lack(lacks, event, texts.get("books.lack.nobodyCame"), event.address());
            }
            return;
        }
        if (event.own()) {
            var minutes = event.address() + "/minutes";
            if (event.minutes().isEmpty() && event.scans() == 0) {
                lack(lacks, event, texts.get("books.lack.minutes"), minutes);
            }
            if (event.minutes().filter(each -> each.recorder().isBlank()).isPresent()) {
                lack(lacks, event, texts.get("books.lack.recorder"), minutes);
            }
        }
        int unsigned = event.roll()
                .map(each -> each.count(AttendanceState.CHECKED_IN_UNSIGNED))
                .orElse(0);
        if (unsigned > 0) {
            lack(lacks, event, texts.get("books.lack.signatures", unsigned), event.address());
        }
        int unexplained = event.roll().map(Event.Roll::unexplained).orElse(0);
        if (event.complete() && unexplained > 0) {
            lack(lacks, event, texts.get("books.lack.reasons", unexplained), event.address());
        }
    }

    private static void lack(List<Lack> lacks, Event event, String words, String address) {
        lacks.add(new Lack(Book.LIFE, event.about(), words, address));
    }
}
