package cn.dangqun.server.study;

import cn.dangqun.server.text.Percent;
import java.util.List;

/// Figures of some people: 参学率 of all of them, 达标率 of those whose year is judged.
record Tally(int members, int studied, int judged, int reached, int behind, int awaited, int exempt) {
    static final Tally NOBODY = new Tally(0, 0, 0, 0, 0, 0, 0);

    static Tally of(List<Standing> standings) {
        return standings.stream().map(Tally::of).reduce(NOBODY, Tally::plus);
    }

    private static Tally of(Standing standing) {
        var state = standing.state();
        return new Tally(
                1,
                one(standing.studied()),
                one(state.isJudged()),
                one(state == HoursState.REACHED),
                one(state.lacks()),
                one(state == HoursState.AWAITED),
                one(state == HoursState.EXEMPT));
    }

    private static int one(boolean is) {
        return is ? 1 : 0;
    }

    Tally plus(Tally other) {
        return new Tally(
                members + other.members,
                studied + other.studied,
                judged + other.judged,
                reached + other.reached,
                behind + other.behind,
                awaited + other.awaited,
                exempt + other.exempt);
    }

    String studiedRate() {
        return Percent.of(studied, members);
    }

    String reachedRate() {
        return Percent.of(reached, judged);
    }
}
