package cn.dangqun.server.books;

import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberCategory;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.server.books.BookContent.Lack;
import cn.dangqun.server.books.BookTable.Column;
import cn.dangqun.server.books.BookTable.Entry;
import cn.dangqun.server.roster.MemberDetail;
import cn.dangqun.server.roster.MemberWords;
import cn.dangqun.server.roster.RosterStore;
import cn.dangqun.server.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// 老党员、流动党员、困难党员等特殊群体党员名册: whoever the roster notes as one of them and belonged to the branch in the
/// year, and who floated in; 送学上门 is the last contact that is recorded (RULES 1.11). The rest is for the pen.
record SpecialBook(Texts texts) {

    private record Visits(int count, String last) {}

    BookContent read(List<Member> ever, BookYear year) {
        var words = new MemberWords(texts);
        var people = Belonged.of(
                ever, year, each -> each.status() == MemberStatus.FULL || each.status() == MemberStatus.PROBATIONARY);
        var ids = people.stream().map(each -> each.member().id()).toList();
        var details = new RosterStore(year.handle()).details(ids);
        var visits = visits(year, ids);
        var entries = new ArrayList<Entry>();
        var lacks = new ArrayList<Lack>();
        for (var each : people) {
            var id = each.member().id();
            var detail = details.getOrDefault(id, MemberDetail.NONE);
            boolean floatingIn = each.newest().relation() == RelationKind.FLOATING_IN;
            if (detail.categories().isEmpty() && !floatingIn) {
                continue;
            }
            var visited = visits.getOrDefault(id, new Visits(0, ""));
            var name = year.names().of(each.member().name());
            var kinds = MembersBook.categories(detail, words);
            entries.add(new Entry(
                    id.value(),
                    List.of(
                            String.valueOf(entries.size() + 1),
                            name,
                            floatingIn ? join(words.relation(RelationKind.FLOATING_IN), kinds) : kinds,
                            "",
                            "",
                            "",
                            year.names().words(detail.phone()),
                            "",
                            visited.last(),
                            String.valueOf(visited.count()),
                            "",
                            each.span(year, texts)),
                    "/roster/members/" + id));
            if (detail.categories().contains(MemberCategory.FRAIL)
                    && visited.count() == 0
                    && each.isHereOn(year.today(), year)) {
                lacks.add(new Lack(
                        Book.SPECIAL,
                        name,
                        texts.get("books.lack.visit"),
                        "/hours/members/" + id + "?year=" + year.year()));
            }
        }
        return new BookContent(
                Book.SPECIAL,
                List.of(new BookTable(texts.get("books.title.special"), columns(), entries)),
                lacks,
                List.of(texts.get("books.note.special")),
                false);
    }

    private static String join(String one, String other) {
        return other.isEmpty() ? one : one + "、" + other;
    }

    private List<Column> columns() {
        return List.of(
                Column.figure(texts.get("books.column.number"), 8),
                Column.of(texts.get("books.column.name"), 18),
                Column.of(texts.get("books.column.categories"), 26),
                Column.of(texts.get("books.column.since"), 20),
                Column.of(texts.get("books.column.card"), 26),
                Column.of(texts.get("books.column.where"), 32),
                Column.of(texts.get("books.column.phone"), 22),
                Column.of(texts.get("books.column.contact"), 20),
                Column.of(texts.get("books.column.lastContact"), 20),
                Column.figure(texts.get("books.column.visits"), 13),
                Column.of(texts.get("books.column.help"), 40),
                Column.of(texts.get("books.column.span"), 28));
    }

    /// 送学上门 of the year that was not taken back.
    private static Map<MemberId, Visits> visits(BookYear year, List<MemberId> ids) {
        var visits = new HashMap<MemberId, Visits>();
        BookYear.inParts(
                        ids.stream().map(MemberId::value).toList(),
                        some -> year.handle()
                                .createQuery("""
                        SELECT member, count(*) AS visits, max(day) AS last_day FROM study_note
                        WHERE street = 1 AND member IN (<members>) AND kind = 'HOME_VISIT' AND stands = 1
                          AND day >= :from AND day <= :to GROUP BY member""")
                                .bindList("members", some)
                                .bind("from", year.first().toString())
                                .bind("to", year.last().toString())
                                .map((row, ignored) -> Map.entry(
                                        new MemberId(row.getString("member")),
                                        new Visits(row.getInt("visits"), row.getString("last_day"))))
                                .list())
                .forEach(each -> visits.put(each.getKey(), each.getValue()));
        return visits;
    }
}
