package cn.dangqun.server.turnout;

import cn.dangqun.server.text.Pinyin;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.turnout.AbsenceReader.Streak;
import cn.dangqun.server.turnout.TurnoutModel.Absence;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Orders;
import java.util.Comparator;
import java.util.List;

/// Writes who has been missing for months, masked: whoever may know goes to the person's page.
record AbsencePage(Texts texts, Times times, String path) {
    private static final Pinyin PINYIN = new Pinyin();
    private static final Orders<Streak> ORDERS = Orders.<Streak>of("web.order.longest")
            .or("branch", "web.order.organization", Comparator.comparing(Streak::branch, PINYIN.order()))
            .or(
                    "missed",
                    "web.order.missed",
                    Comparator.comparingInt(Streak::missed).reversed());

    TurnoutModel.Absences write(List<Streak> streaks, ListQuestion asked) {
        var typed = Pinyin.plain(asked.filter("search"));
        var found = ORDERS.sorted(
                streaks.stream().filter(each -> isCalled(each, typed)).toList(), asked);
        var question = asked.within(found.size(), TurnoutPage.PER_PAGE);
        return new TurnoutModel.Absences(
                times.day(times.today()),
                found.size(),
                asked.filter("search"),
                ORDERS.choices(texts, question),
                question.cut(found, TurnoutPage.PER_PAGE).stream()
                        .map(this::row)
                        .toList(),
                question.pages(texts, path, found.size(), TurnoutPage.PER_PAGE));
    }

    /// A person by name, or a branch.
    private static boolean isCalled(Streak streak, String typed) {
        return typed.isEmpty()
                || streak.branch().contains(typed)
                || PINYIN.words(streak.name().full()).stream().anyMatch(word -> word.startsWith(typed));
    }

    private Absence row(Streak streak) {
        return new Absence(
                level(streak.months()),
                texts.get("turnout.absent.months", streak.months()),
                streak.name().masked(),
                TurnoutRoutes.address(streak.member()) + "?since=" + streak.since() + "&until=" + times.today(),
                streak.branch(),
                streak.since().toString(),
                streak.missed());
    }

    private static String level(int months) {
        if (months >= AbsenceReader.LAST) {
            return "LAST";
        }
        return months >= AbsenceReader.SECOND ? "SECOND" : "FIRST";
    }
}
