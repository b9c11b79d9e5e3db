package cn.dangqun.domain.explain;

import cn.dangqun.domain.study.StudyStatus;
import cn.dangqun.domain.study.StudyVerdict;
import java.util.ArrayList;
import java.util.List;

/// Why a person's study is enough, or what is missing.
public final class StudyExplanation {
    private StudyExplanation() {}

    /// The amount, each further condition that plays a part, and the verdict with its profile.
    public static List<String> of(StudyVerdict verdict) {
        var unit = Texts.word(verdict.rules().unit());
        var lines = new ArrayList<String>();
        if (verdict.status() == StudyStatus.EXEMPT) {
            lines.add(Texts.say("study.exempt", "visits", verdict.homeVisits()));
        } else {
            lines.add(amount(verdict, unit));
        }
        if (verdict.status() == StudyStatus.ON_TRACK || verdict.status() == StudyStatus.BEHIND) {
            verdict.checkpointRequired()
                    .ifPresent(due -> lines.add(Texts.say("study.checkpoint", "amount", due, "unit", unit)));
        }
        if (verdict.centralizedRequired() > 0) {
            lines.add(Texts.say(
                    "study.centralized",
                    "required",
                    verdict.centralizedRequired(),
                    "count",
                    verdict.centralizedTrainings()));
        }
        if (!verdict.levelOk()) {
            lines.add(Texts.say("study.level"));
        }
        if (!verdict.selfStudy().isNone()) {
            lines.add(Texts.say("study.self", "amount", verdict.selfStudy(), "unit", unit));
        }
        lines.add(Texts.say("study.verdict", "status", Texts.word(outcome(verdict)), "profile", verdict.profile()));
        return lines;
    }

    /// Whoever has done everything already waits for no checkpoint.
    private static StudyStatus outcome(StudyVerdict verdict) {
        return verdict.isReached() ? StudyStatus.MET : verdict.status();
    }

    private static String amount(StudyVerdict verdict, String unit) {
        return Texts.say(
                verdict.shortfall().isNone() ? "study.enough" : "study.short",
                "year",
                verdict.year(),
                "scope",
                Texts.word(verdict.scope()),
                "required",
                verdict.required(),
                "credited",
                verdict.credited(),
                "shortfall",
                verdict.shortfall(),
                "unit",
                unit);
    }
}
