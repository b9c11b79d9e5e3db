package cn.dangqun.simulation.check;

import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.domain.session.BallotRule;
import cn.dangqun.server.meeting.SessionModel;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.machine.Office;
import cn.dangqun.simulation.machine.StreetMachine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What the page of a session says, as lines that can be compared with what was recorded.
public final class Minutes {
    private static final String ROUTE = "/activities/:id/session";
    private static final String ESCALATED = "报上级";
    private static final String VOID = "作废";
    private static final Pattern VOTERS = Pattern.compile("在场 (\\d+)");
    private static final Pattern GIVEN = Pattern.compile("发出 (\\d+) 张");
    private static final Pattern CAME_BACK = Pattern.compile("收回 (\\d+) 张");
    private static final Pattern INVALID = Pattern.compile("无效 (\\d+) 张");
    private static final Pattern WRITTEN = Pattern.compile("书面赞成 (\\d+) 票");
    private static final Pattern IN_FAVOUR = Pattern.compile("赞成 (\\d+) 票");
    private static final Pattern REASON = Pattern.compile("重新打开：(.*)");

    private Minutes() {}

    public static String declared(MeetingCount count) {
        return declared(count.total(), count.due(), count.present(), count.votingPresent());
    }

    /// Who votes is said where it is not everybody who is there.
    private static String declared(int total, int due, int present, int voters) {
        return "党员 " + total + ", 应到 " + due + ", 实到 " + present + (voters == present ? "" : ", 在场 " + voters);
    }

    public static String item(int number, String title) {
        return "议题 " + number + ": " + title;
    }

    /// Of a show of hands.
    public static String ballot(int number, int inFavour) {
        return "议题 " + number + ": 赞成 " + inFavour;
    }

    /// Of votes on paper.
    public static String ballot(int number, BallotRule.Cast cast, boolean isVoid) {
        return papers(number, cast.given(), cast.returned(), cast.invalid())
                + inFavour(cast.votes().getFirst().yes())
                + (isVoid ? ", " + VOID : "");
    }

    private static String papers(int number, int given, int returned, int invalid) {
        return "议题 " + number + ": 发出 " + given + ", 收回 " + returned + ", 无效 " + invalid;
    }

    private static String inFavour(int yes) {
        return ", 赞成 " + yes;
    }

    /// Of a show of hands, beside opinions in letters.
    public static String ballot(int number, int inFavour, int written) {
        return ballot(number, inFavour) + ", 书面赞成 " + written;
    }

    public static String putOff(int number) {
        return "议题 " + number + ": 下次再议";
    }

    public static String escalated(int number) {
        return "议题 " + number + ": " + ESCALATED;
    }

    public static String step(String name) {
        return "环节 " + name;
    }

    /// Of one person: the page counts them and names nobody.
    public static String paid() {
        return "党费 1 名";
    }

    public static String reopened(String reason) {
        return "重新打开 " + reason;
    }

    /// By number of the kiosk; empty where nothing is told of one. `closing` is empty while the session goes on there.
    public record Told(List<String> lines, String closing) {
        static final Told NOTHING = new Told(List.of(), "");

        public Told {
            lines = List.copyOf(lines);
        }
    }

    public static List<Told> read(StreetMachine street, int activity, int kiosks) {
        var all = new ArrayList<>(Collections.nCopies(kiosks, Told.NOTHING));
        for (var told : page(street, activity).told()) {
            all.set(Ground.kioskNamed(told.kiosk()), new Told(lines(told), told.closing()));
        }
        return all;
    }

    private static SessionModel page(StreetMachine street, int activity) {
        return street.at(office -> {
            var page = office.page(
                            Office.REVIEWER,
                            ROUTE,
                            Map.of("id", Activities.id(activity).value()),
                            Map.of())
                    .orElseThrow();
            var model = (SessionModel) page.model().get("session");
            if (model == null) {
                throw new IllegalStateException("the page of a session has no session");
            }
            return model;
        });
    }

    private static List<String> lines(SessionModel.Told told) {
        var lines = new ArrayList<String>();
        told.declared()
                .forEach(each ->
                        lines.add(declared(each.total(), each.due(), each.present(), number(VOTERS, each.voters()))));
        for (var item : told.agenda()) {
            if (!item.title().isEmpty()) {
                lines.add(item(item.number(), item.title()));
            }
            item.ballots().forEach(each -> lines.add(ballot(item.number(), each)));
        }
        told.steps().forEach(each -> lines.add(step(each.name())));
        told.paid().forEach(each -> lines.addAll(Collections.nCopies(each.people(), paid())));
        told.reopened().forEach(each -> lines.add(reopened(found(REASON, each))));
        return lines;
    }

    private static String ballot(int number, SessionModel.Ballot ballot) {
        if (ballot.totals().isEmpty()) {
            return ballot.outcome().equals(ESCALATED) ? escalated(number) : putOff(number);
        }
        int yes = number(IN_FAVOUR, ballot.totals().getLast());
        var first = ballot.totals().getFirst();
        if (ballot.totals().size() > 1) {
            return papers(number, number(GIVEN, first), number(CAME_BACK, first), number(INVALID, first))
                    + inFavour(yes)
                    + (ballot.outcome().startsWith(VOID) ? ", " + VOID : "");
        }
        return WRITTEN.matcher(first).find() ? ballot(number, yes, number(WRITTEN, first)) : ballot(number, yes);
    }

    private static int number(Pattern pattern, String text) {
        return Integer.parseInt(found(pattern, text));
    }

    private static String found(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        if (!match.find()) {
            throw new IllegalStateException("the page says «" + text + "»");
        }
        return match.group(1);
    }
}
