package cn.dangqun.server.turnout;

import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.turnout.AbsenceReader.Streak;
import cn.dangqun.server.turnout.TurnoutModel.Absence;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;

/// Writes who has been missing for months, masked: whoever may know goes to the person's page.
record AbsencePage(Texts texts, Times times, String path) {

    TurnoutModel.Absences write(List<Streak> streaks, ListQuestion asked) {
        var question = asked.within(streaks.size(), TurnoutPage.PER_PAGE);
        return new TurnoutModel.Absences(
                times.day(times.today()),
                streaks.size(),
                streaks.stream()
                        .skip((long) (question.page() - 1) * TurnoutPage.PER_PAGE)
                        .limit(TurnoutPage.PER_PAGE)
                        .map(this::row)
                        .toList(),
                question.pages(texts, path, streaks.size(), TurnoutPage.PER_PAGE));
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
