package cn.dangqun.server.books;

import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.server.books.BookContent.Lack;
import cn.dangqun.server.books.BookTable.Column;
import cn.dangqun.server.books.BookTable.Entry;
import cn.dangqun.server.organizations.OrganizationWords;
import cn.dangqun.server.roster.MemberDetail;
import cn.dangqun.server.roster.MemberWords;
import cn.dangqun.server.roster.RosterStore;
import cn.dangqun.server.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// 党员基本信息名册: everybody who belonged to the branch in the year, with from when to when (RULES 1.11). The program
/// keeps no identity number and no address: their columns are for the pen.
record MembersBook(Texts texts) {

    BookContent read(Roster roster, List<Member> ever, BookYear year) {
        var people = Belonged.of(
                ever, year, each -> each.status() == MemberStatus.FULL || each.status() == MemberStatus.PROBATIONARY);
        var details = new RosterStore(year.handle())
                .details(people.stream().map(each -> each.member().id()).toList());
        var seats = roster.seats().stream()
                .filter(seat -> year.isHere(seat.organization()))
                .toList();
        var entries = new ArrayList<Entry>();
        var lacks = new ArrayList<Lack>();
        for (var each : people) {
            var detail = details.getOrDefault(each.member().id(), MemberDetail.NONE);
            var address = "/roster/members/" + each.member().id();
            entries.add(new Entry(
                    each.member().id().value(), cells(entries.size() + 1, each, detail, roster, seats, year), address));
            if (each.isHereOn(year.today(), year)) {
                lacks(each, detail, year, address, lacks);
            }
        }
        return new BookContent(
                Book.MEMBERS,
                List.of(new BookTable(texts.get("books.title.members"), columns(), entries)),
                lacks,
                List.of(texts.get("books.note.members")),
                false);
    }

    private List<Column> columns() {
        return List.of(
                Column.figure(texts.get("books.column.number"), 8),
                Column.of(texts.get("books.column.name"), 14),
                Column.of(texts.get("books.column.sex"), 7),
                Column.of(texts.get("books.column.born"), 18),
                Column.of(texts.get("books.column.ethnic"), 9),
                Column.of(texts.get("books.column.education"), 12),
                Column.of(texts.get("books.column.identity"), 28),
                Column.of(texts.get("books.column.phone"), 20),
                Column.of(texts.get("books.column.home"), 18),
                Column.of(texts.get("books.column.group"), 15),
                Column.of(texts.get("books.column.joined"), 18),
                Column.of(texts.get("books.column.confirmed"), 18),
                Column.of(texts.get("books.column.post"), 16),
                Column.of(texts.get("books.column.status"), 11),
                Column.of(texts.get("books.column.relation"), 10),
                Column.of(texts.get("books.column.categories"), 14),
                Column.of(texts.get("books.column.span"), 18),
                Column.of(texts.get("books.column.verified"), 18));
    }

    private List<String> cells(
            int number, Belonged who, MemberDetail detail, Roster roster, List<CommitteeSeat> seats, BookYear year) {
        var words = new MemberWords(texts);
        return List.of(
                String.valueOf(number),
                year.names().of(who.member().name()),
                detail.sex().map(words::sex).orElse(""),
                day(detail.born()),
                detail.ethnicGroup().orElse(""),
                detail.education().orElse(""),
                "",
                year.names().words(detail.phone()),
                "",
                who.newest()
                        .group()
                        .flatMap(roster.tree()::find)
                        .map(Organization::name)
                        .orElse(""),
                day(detail.joined()),
                day(detail.confirmed()),
                posts(who, detail, seats, year),
                words.status(who.newest().status()),
                words.relation(who.newest().relation()),
                categories(detail, words),
                who.span(year, texts),
                day(detail.verifiedOn()));
    }

    /// Seats of the branch that were held in the year, and what the roster says beside them.
    private String posts(Belonged who, MemberDetail detail, List<CommitteeSeat> seats, BookYear year) {
        var words = new OrganizationWords(texts);
        var held = seats.stream()
                .filter(seat -> seat.member().equals(who.member().id()))
                .filter(seat -> !seat.from().isAfter(year.last())
                        && seat.until()
                                .filter(end -> !year.first().isBefore(end))
                                .isEmpty())
                .map(seat -> words.post(seat.post()));
        return Stream.concat(held, detail.post().stream()).distinct().collect(Collectors.joining("、"));
    }

    static String categories(MemberDetail detail, MemberWords words) {
        return detail.categories().stream().sorted().map(words::category).collect(Collectors.joining("、"));
    }

    static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    private void lacks(Belonged who, MemberDetail detail, BookYear year, String address, List<Lack> lacks) {
        var about = year.names().of(who.member().name());
        if (detail.joined().isEmpty()) {
            lacks.add(new Lack(Book.MEMBERS, about, texts.get("books.lack.joined"), address));
        }
        if (detail.phone().isEmpty()) {
            lacks.add(new Lack(Book.MEMBERS, about, texts.get("books.lack.phone"), address));
        }
        if (detail.verifiedOn().isEmpty()) {
            lacks.add(new Lack(Book.MEMBERS, about, texts.get("books.lack.verified"), address));
        }
    }
}
