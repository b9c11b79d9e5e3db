package cn.dangqun.server.books;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.server.books.BookContent.Lack;
import cn.dangqun.server.books.BookTable.Column;
import cn.dangqun.server.books.BookTable.Entry;
import cn.dangqun.server.meeting.SessionBook;
import cn.dangqun.server.roster.Growth;
import cn.dangqun.server.roster.GrowthStore;
import cn.dangqun.server.roster.MemberWords;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// 入党积极分子和发展对象名册: whoever was an applicant or activist of the branch in the year (RULES 1.11). The stage is the
/// roster's, the vote its session's, the rest is written down once as 发展情况.
record ActivistsBook(Texts texts, Times times) {

    BookContent read(List<Member> ever, BookYear year) {
        var people = Belonged.of(
                ever, year, each -> each.status() == MemberStatus.ACTIVIST || each.status() == MemberStatus.APPLICANT);
        var ids = people.stream().map(each -> each.member().id()).toList();
        var growths = new GrowthStore(year.handle()).all(ids);
        var votes = people.isEmpty() || !year.whole() ? Map.<MemberId, String>of() : votes(year);
        var entries = new ArrayList<Entry>();
        var lacks = new ArrayList<Lack>();
        for (var each : people) {
            var id = each.member().id();
            var growth = growths.getOrDefault(id, Growth.NOTHING);
            var address = "/roster/members/" + id + "/growth";
            entries.add(new Entry(
                    id.value(), cells(entries.size() + 1, each, growth, votes.getOrDefault(id, ""), year), address));
            if (each.isHereOn(year.today(), year)) {
                lacks(each, growth, year.names().of(each.member().name()), address, lacks);
            }
        }
        return new BookContent(
                Book.ACTIVISTS,
                List.of(new BookTable(texts.get("books.title.activists"), columns(), entries)),
                lacks,
                List.of(texts.get("books.note.activists")),
                false);
    }

    /// At members' meetings that the branch held in the year.
    private Map<MemberId, String> votes(BookYear year) {
        var meetings = year.handle()
                .createQuery("SELECT id FROM activity WHERE street = 1 AND organization = :branch"
                        + " AND held_on >= :from AND held_on <= :to AND type = :type ORDER BY held_on, id")
                .bind("branch", year.branch().id().value())
                .bind("from", year.first().toString())
                .bind("to", year.last().toString())
                .bind("type", ActivityType.MEMBER_MEETING.name())
                .mapTo(String.class)
                .map(ActivityId::new)
                .list();
        return new SessionBook(year.handle(), texts, times).admissions(meetings);
    }

    private List<Column> columns() {
        return List.of(
                Column.figure(texts.get("books.column.number"), 8),
                Column.of(texts.get("books.column.name"), 17),
                Column.of(texts.get("books.column.stage"), 20),
                Column.of(texts.get("books.column.applied"), 20),
                Column.of(texts.get("books.column.activist"), 20),
                Column.of(texts.get("books.column.contacts"), 28),
                Column.of(texts.get("books.column.candidate"), 20),
                Column.of(texts.get("books.column.introducers"), 28),
                Column.of(texts.get("books.column.training"), 34),
                Column.of(texts.get("books.column.vote"), 36),
                Column.of(texts.get("books.column.approval"), 32),
                Column.of(texts.get("books.column.span"), 20));
    }

    private List<String> cells(int number, Belonged who, Growth growth, String vote, BookYear year) {
        var words = new MemberWords(texts);
        var names = year.names();
        var standing = here(who.member(), year);
        return List.of(
                String.valueOf(number),
                names.of(who.member().name()),
                growth.candidate().isPresent() && isOnTheWay(standing.status())
                        ? texts.get("books.word.candidate")
                        : words.status(standing.status()),
                MembersBook.day(applied(who.member(), growth)),
                MembersBook.day(activist(who.member(), growth)),
                names.words(growth.contacts()),
                MembersBook.day(growth.candidate()),
                names.words(growth.introducers()),
                join(growth.trained(), growth.training()),
                vote,
                join(growth.approved(), growth.approval()),
                who.span(year, texts));
    }

    /// The last of the year's memberships in this branch, also of who was admitted in it.
    private static Membership here(Member member, BookYear year) {
        return member.memberships().stream()
                .filter(each -> year.isHere(each.branch()))
                .filter(each -> each.from().filter(year.last()::isBefore).isEmpty())
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static boolean isOnTheWay(MemberStatus status) {
        return status == MemberStatus.ACTIVIST || status == MemberStatus.APPLICANT;
    }

    /// As written down, else as the roster dates it.
    private static Optional<LocalDate> applied(Member member, Growth growth) {
        return growth.applied().or(() -> since(member, MemberStatus.APPLICANT));
    }

    private static Optional<LocalDate> activist(Member member, Growth growth) {
        return growth.activist().or(() -> since(member, MemberStatus.ACTIVIST));
    }

    private static Optional<LocalDate> since(Member member, MemberStatus status) {
        return member.memberships().stream()
                .filter(each -> each.status() == status)
                .findFirst()
                .flatMap(Membership::from);
    }

    private static String join(Optional<LocalDate> day, String words) {
        return (MembersBook.day(day) + " " + words).strip();
    }

    private void lacks(Belonged who, Growth growth, String about, String address, List<Lack> lacks) {
        if (!isOnTheWay(who.member().status())) {
            return;
        }
        boolean isActivist = who.member().status() == MemberStatus.ACTIVIST;
        if (applied(who.member(), growth).isEmpty()) {
            lacks.add(new Lack(Book.ACTIVISTS, about, texts.get("books.lack.applied"), address));
        }
        if (isActivist && activist(who.member(), growth).isEmpty()) {
            lacks.add(new Lack(Book.ACTIVISTS, about, texts.get("books.lack.activist"), address));
        }
        if (isActivist && growth.contacts().isBlank()) {
            lacks.add(new Lack(Book.ACTIVISTS, about, texts.get("books.lack.contacts"), address));
        }
        if (growth.candidate().isPresent() && growth.introducers().isBlank()) {
            lacks.add(new Lack(Book.ACTIVISTS, about, texts.get("books.lack.introducers"), address));
        }
    }
}
