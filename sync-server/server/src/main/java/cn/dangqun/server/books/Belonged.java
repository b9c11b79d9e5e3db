package cn.dangqun.server.books;

import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Somebody who belonged to the branch during the year; `stays` are in order of time, at least one.
record Belonged(Member member, List<Membership> stays) {
    private static final Pinyin PINYIN = new Pinyin();

    Belonged {
        stays = List.copyOf(stays);
    }

    /// Whoever ever belonged to the branch: of a whole street each is looked at once.
    static List<Member> ever(Roster roster, BookYear year) {
        return roster.members().stream()
                .filter(member -> member.memberships().stream().anyMatch(each -> year.isHere(each.branch())))
                .toList();
    }

    /// Of these whoever had such a membership on a day of the year, as names are read.
    static List<Belonged> of(Collection<Member> people, BookYear year, Predicate<Membership> which) {
        return people.stream()
                .map(member -> new Belonged(
                        member,
                        member.memberships().stream()
                                .filter(each -> year.isHere(each.branch()) && touches(each, year) && which.test(each))
                                .toList()))
                .filter(each -> !each.stays.isEmpty())
                .sorted(Comparator.comparing((Belonged each) ->
                                PINYIN.syllables(each.member().name().full()))
                        .thenComparing(each -> each.member().id().value()))
                .toList();
    }

    private static boolean touches(Membership stay, BookYear year) {
        return stay.from().filter(year.last()::isBefore).isEmpty()
                && stay.until().filter(end -> !year.first().isBefore(end)).isEmpty()
                && !isEmpty(stay);
    }

    private static boolean isEmpty(Membership stay) {
        return stay.from().isPresent() && stay.from().equals(stay.until());
    }

    /// As they stood here at the end of the year, or when they left.
    Membership newest() {
        return stays.getLast();
    }

    /// Whether they belong here today, so that the branch can still mend what is entered of them.
    boolean isHereOn(LocalDate day, BookYear year) {
        return member.on(day).filter(each -> year.isHere(each.branch())).isPresent();
    }

    /// 全年, or from when to when.
    String span(BookYear year, Texts texts) {
        var from = stays.getFirst().from().filter(each -> each.isAfter(year.first()));
        var to = newest().until().map(end -> end.minusDays(1)).filter(each -> each.isBefore(year.last()));
        return span(from, to, texts);
    }

    private static String span(Optional<LocalDate> from, Optional<LocalDate> to, Texts texts) {
        if (from.isPresent() && to.isPresent()) {
            return texts.get("books.span.both", from.get(), to.get());
        }
        return from.map(day -> texts.get("books.span.from", day))
                .or(() -> to.map(day -> texts.get("books.span.to", day)))
                .orElseGet(() -> texts.get("books.span.whole"));
    }
}
