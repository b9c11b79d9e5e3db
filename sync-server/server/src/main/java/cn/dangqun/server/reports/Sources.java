package cn.dangqun.server.reports;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.server.life.DutyFigures;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.review.ReviewFigures;
import cn.dangqun.server.study.StudyFigures;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.turnout.TurnoutFigures;
import cn.dangqun.server.wall.WallDebts;
import java.time.ZoneId;

/// Where the figures of reports come from: each is a page's own reader.
record Sources(DutyFigures duties, TurnoutFigures turnout, StudyFigures study, WallDebts wall, ReviewFigures review) {
    static Sources of(StreetRoster roster, ProfileLibrary library, Texts texts, Times times, ZoneId zone) {
        return new Sources(
                new DutyFigures(roster, library, texts, times, zone),
                new TurnoutFigures(times),
                new StudyFigures(roster, library, texts, times),
                new WallDebts(texts, times, zone),
                new ReviewFigures(texts, times, zone));
    }
}
