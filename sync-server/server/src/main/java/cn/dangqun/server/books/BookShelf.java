package cn.dangqun.server.books;

import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.domain.member.Member;
import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.fees.FeeBook;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.util.ArrayList;
import java.util.List;

/// Writes the books of one branch and year. The cost is that of the branch's own year, whatever the street holds.
record BookShelf(StreetRoster roster, Texts texts, Times times) {

    /// Only one, for the page, the workbook or the paper of it.
    BookContent read(Book book, BookYear year, Watermarks watermarks) {
        var now = roster.now(year.handle());
        return read(book, year, watermarks, now, Belonged.ever(now, year));
    }

    private BookContent read(Book book, BookYear year, Watermarks watermarks, Roster now, List<Member> ever) {
        return switch (book) {
            case MEMBERS -> new MembersBook(texts).read(now, ever, year);
            case ACTIVISTS -> new ActivistsBook(texts, times).read(ever, year);
            case SPECIAL -> new SpecialBook(texts).read(ever, year);
            case STUDY -> new StudyBook(texts).read(new EventsReader(year, watermarks).all(), now, year);
            case LIFE -> new LifeBook(texts, times).read(new EventsReader(year, watermarks).all(), year);
            case CONTACT -> new ContactsBook(texts, times).read(year);
            case FEES ->
                new FeesBook(texts)
                        .read(new FeeBook(roster, texts, times).read(year.handle(), year.branch(), year.year()), year);
        };
    }

    /// All of them, in their order; the one of fees only where `fees`. Events are read once.
    List<BookContent> all(BookYear year, Watermarks watermarks, boolean fees) {
        var now = roster.now(year.handle());
        var ever = Belonged.ever(now, year);
        var events = new EventsReader(year, watermarks).all();
        var all = new ArrayList<BookContent>();
        for (var book : Book.values()) {
            switch (book) {
                case STUDY -> all.add(new StudyBook(texts).read(events, now, year));
                case LIFE -> all.add(new LifeBook(texts, times).read(events, year));
                case FEES -> {
                    if (fees) {
                        all.add(read(book, year, watermarks, now, ever));
                    }
                }
                case MEMBERS, ACTIVISTS, SPECIAL, CONTACT -> all.add(read(book, year, watermarks, now, ever));
            }
        }
        return all;
    }
}
