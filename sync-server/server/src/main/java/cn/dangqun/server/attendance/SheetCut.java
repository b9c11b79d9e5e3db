package cn.dangqun.server.attendance;

import cn.dangqun.server.attendance.AttendanceSheet.Person;
import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import cn.dangqun.server.web.Visit;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What of a sheet somebody looks at: one branch or all, who is found by a name, and of that a page. A sheet of a
/// whole street has tens of thousands of lines, which no browser shows and nobody reads; its figures stay those of all.
record SheetCut(ListQuestion question) {
    /// People on a page, of each of its lists.
    static final int AT_ONCE = 200;

    static final String BRANCH = "branch";
    private static final String SEARCH = "search";
    private static final String NAMES = "names";
    private static final int LONGEST = 40;
    private static final Pinyin PINYIN = new Pinyin();
    private static final Orders<Person> ORDERS = Orders.<Person>of("web.order.first")
            .or("last", "web.order.last", Comparator.comparing(SheetCut::tapped).reversed())
            .or("name", "web.order.person", Comparator.comparing(SheetCut::reading));

    /// Names in full are shown by the very word that the guard at the door judged and recorded, and by no other.
    static SheetCut of(Visit visit) {
        return new SheetCut(ListQuestion.of(visit, NAMES, BRANCH, SEARCH, ListQuestion.ORDER)
                .with(NAMES, visit.fullNames() ? "full" : ""));
    }

    /// Everybody whom the question leaves.
    List<Person> found(List<Person> people) {
        var branch = question.filter(BRANCH);
        var typed = Pinyin.plain(question.filter(SEARCH));
        return ORDERS.sorted(
                people.stream()
                        .filter(each -> branch.isEmpty() || branch.equals(key(each.branchName())))
                        .filter(each -> typed.isEmpty() || isCalled(each, typed))
                        .toList(),
                question);
    }

    private static String reading(Person person) {
        return person.name().map(name -> PINYIN.syllables(name.full())).orElse(person.member());
    }

    /// Lists of people who did not tap stay in the order of the roll.
    private static Instant tapped(Person person) {
        return person.taps().stream().map(AttendanceSheet.Tap::at).findFirst().orElse(Instant.MAX);
    }

    List<Choice> orders(Texts texts) {
        return ORDERS.choices(texts, question);
    }

    private static boolean isCalled(Person person, String typed) {
        return person.name().stream()
                .flatMap(name -> PINYIN.words(name.full()).stream())
                .anyMatch(word -> word.startsWith(typed));
    }

    /// Of those who were found, the ones of this page, with how many there are and how many come before.
    SheetModel.People page(List<Person> found, Function<Person, SheetModel.Person> writing) {
        int before = Math.min(found.size(), (question.page() - 1) * AT_ONCE);
        return new SheetModel.People(
                found.size(),
                before,
                found.stream().skip(before).limit(AT_ONCE).map(writing).toList());
    }

    /// The same at a page that the longest of these lists has.
    SheetCut within(Stream<List<Person>> lists) {
        return new SheetCut(question.within(longest(lists), AT_ONCE));
    }

    ListQuestion.Pages pages(Texts texts, String path, Stream<List<Person>> lists) {
        return question.pages(texts, path, longest(lists), AT_ONCE);
    }

    private static int longest(Stream<List<Person>> lists) {
        return lists.mapToInt(List::size).max().orElse(0);
    }

    /// The branches of these people in the order of the list, the one asked for chosen; nothing where there is one
    /// only.
    List<Choice> branches(Stream<Person> people) {
        var names = people.map(Person::branchName)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        return names.size() < 2
                ? List.of()
                : IntStream.range(0, names.size())
                        .mapToObj(i -> new Choice(
                                key(names.get(i)),
                                names.get(i),
                                key(names.get(i)).equals(question.filter(BRANCH))))
                        .toList();
    }

    boolean fullNames() {
        return "full".equals(question.filter(NAMES));
    }

    String search() {
        return question.filter(SEARCH);
    }

    /// The same with names in full or masked.
    String withNames(boolean full, String path) {
        return question.with(NAMES, full ? "full" : "").address(path);
    }

    /// As an address can carry it.
    private static String key(String branch) {
        return branch.length() > LONGEST ? branch.substring(0, LONGEST) : branch;
    }
}
