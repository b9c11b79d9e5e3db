package cn.dangqun.domain.explain;

import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.attendance.AttendanceFigures;
import cn.dangqun.domain.quorum.ItemVerdict;
import cn.dangqun.domain.quorum.MeetingStatus;
import cn.dangqun.domain.quorum.MeetingVerdict;
import cn.dangqun.domain.quorum.QuorumBasis;
import cn.dangqun.domain.quorum.Threshold;
import java.util.ArrayList;
import java.util.List;

/// Why a meeting may or may not vote, and why an item passed or did not.
public final class MeetingExplanation {
    private static final String DIGITS = "零一二三四五六七八九十";

    private MeetingExplanation() {}

    /// The figures, the quorum, one line per item, and the profile they rest on.
    public static List<String> of(MeetingVerdict verdict) {
        var lines = new ArrayList<String>();
        lines.add(figures(verdict));
        lines.add(quorum(verdict));
        verdict.items().forEach(item -> lines.add(item(verdict, item)));
        lines.add(Texts.say("source.profile", "profile", verdict.profile()));
        return lines;
    }

    /// 总数, 应到, 实到, 缺席 as the chair reads them out.
    public static String of(AttendanceFigures figures) {
        return Texts.say(
                "meeting.announcement",
                "total",
                figures.total(),
                "notCounted",
                figures.notCounted(),
                "due",
                figures.due(),
                "present",
                figures.present(),
                "late",
                figures.late(),
                "madeUp",
                figures.madeUp(),
                "absent",
                figures.absent(),
                "leave",
                figures.leave(),
                "unsigned",
                figures.unsigned());
    }

    /// 超过半数, 不少于五分之四
    public static String of(Threshold threshold) {
        boolean half = threshold.num() * 2L == threshold.den();
        return Texts.say(
                "threshold." + threshold.comparison(),
                "share",
                half
                        ? Texts.say("threshold.half")
                        : Texts.say(
                                "threshold.share", "den", numeral(threshold.den()), "num", numeral(threshold.num())));
    }

    private static String numeral(int number) {
        return number <= 10 ? DIGITS.substring(number, number + 1) : String.valueOf(number);
    }

    private static String figures(MeetingVerdict verdict) {
        var count = verdict.count();
        return Texts.say(
                "meeting.figures",
                "total",
                count.total(),
                "due",
                count.due(),
                "present",
                count.present(),
                "absent",
                count.absent());
    }

    private static String quorum(MeetingVerdict verdict) {
        var quorum = Texts.say(
                "meeting.quorum." + verdict.rules().basis(),
                "base",
                base(verdict, verdict.rules().basis()),
                "present",
                verdict.count().votingPresent(),
                "threshold",
                of(verdict.rules().quorumFor(verdict.type())),
                "needed",
                verdict.votingPresentNeeded());
        boolean unasked = verdict.status() == MeetingStatus.VALID && verdict.stillNeeded() > 0;
        return quorum
                + Texts.say(
                        unasked ? "meeting.VALID.unvoted" : "meeting." + verdict.status(),
                        "missing",
                        verdict.stillNeeded());
    }

    private static int base(MeetingVerdict verdict, QuorumBasis basis) {
        return switch (basis) {
            case VOTING_DUE -> verdict.count().votingDue();
            case ALL_DUE -> verdict.count().due();
        };
    }

    private static String item(MeetingVerdict verdict, ItemVerdict item) {
        var rules = verdict.rules();
        boolean election = item.kind() == AgendaKind.ELECTION;
        return Texts.say(
                "item." + item.result(),
                "no",
                item.no(),
                "kind",
                Texts.word(item.kind()),
                "base",
                base(verdict, rules.basisOf(item.kind())),
                "basis",
                Texts.word(rules.basisOf(item.kind())),
                "elected",
                rules.neededToBeElected(verdict.count()),
                "electedBasis",
                Texts.word(rules.electedBasis()),
                "threshold",
                of(election ? rules.electionQuorum() : rules.resolution()),
                "needed",
                item.needed(),
                "counted",
                item.counted().orElse(0),
                "missing",
                item.stillNeeded());
    }
}
