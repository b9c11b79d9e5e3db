package cn.dangqun.server.books;

import cn.dangqun.server.books.BookContent.Lack;
import cn.dangqun.server.books.BookTable.Column;
import cn.dangqun.server.books.BookTable.Entry;
import cn.dangqun.server.contact.ContactBook;
import cn.dangqun.server.contact.ContactReader.Request;
import cn.dangqun.server.contact.ContactWords;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.util.ArrayList;
import java.util.List;

/// 联系服务群众记录簿: requests and visits in the branch's own register (RULES 1.11). Who a resident is and what they said
/// is sealed, opened only by whoever handles it, and forgotten in time (OQ-39): here it is left to the pen.
record ContactsBook(Texts texts, Times times) {

    BookContent read(BookYear year) {
        var entries = new ArrayList<Entry>();
        var lacks = new ArrayList<Lack>();
        for (var line : new ContactBook(year.handle()).lines(year.branch().id(), year.first(), year.last())) {
            var request = line.request();
            var address = "/requests/" + request.id();
            entries.add(new Entry(request.id(), cells(entries.size() + 1, line), address));
            if (request.state().isOverdue(year.today())) {
                lacks.add(new Lack(
                        Book.CONTACT,
                        request.day() + " " + ContactWords.number(request.id()),
                        texts.get("books.lack.request"),
                        address));
            }
        }
        return new BookContent(
                Book.CONTACT,
                List.of(new BookTable(texts.get("books.title.contact"), columns(), entries)),
                lacks,
                List.of(texts.get("books.note.contact")),
                false);
    }

    private List<Column> columns() {
        return List.of(
                Column.figure(texts.get("books.column.number"), 8),
                Column.of(texts.get("books.column.day"), 19),
                Column.of(texts.get("books.column.code"), 26),
                Column.of(texts.get("books.column.type"), 14),
                Column.of(texts.get("books.column.service"), 32),
                Column.of(texts.get("books.column.person"), 30),
                Column.of(texts.get("books.column.need"), 40),
                Column.of(texts.get("books.column.handler"), 22),
                Column.of(texts.get("books.column.deadline"), 19),
                Column.of(texts.get("books.column.result"), 18),
                Column.of(texts.get("books.column.closedOn"), 19),
                Column.of(texts.get("books.column.stars"), 14));
    }

    private List<String> cells(int number, ContactBook.Line line) {
        var words = new ContactWords(texts);
        Request request = line.request();
        return List.of(
                String.valueOf(number),
                request.day().toString(),
                ContactWords.number(request.id()),
                words.kind(request.kind()),
                request.service(),
                "",
                "",
                line.answers(),
                MembersBook.day(request.state().due()),
                words.stage(request.state().stage()),
                request.state().closed().map(times::date).orElse(""),
                request.stars().isPresent()
                        ? texts.get("books.word.stars", request.stars().getAsInt())
                        : "");
    }
}
