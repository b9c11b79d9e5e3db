package cn.dangqun.server.plan;

import cn.dangqun.domain.study.StudyAmount;
import cn.dangqun.server.attendance.AttendanceWords;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Choice;
import java.util.List;
import java.util.stream.IntStream;

/// What plans are called on pages.
record PlanWords(Texts texts, AttendanceWords attendance) {
    String kind(PlanChange.Kind kind) {
        return switch (kind) {
            case PLANNED -> texts.get("plan.change.planned");
            case CHANGED -> texts.get("plan.change.changed");
            case POSTPONED -> texts.get("plan.change.postponed");
            case CANCELLED -> texts.get("plan.change.cancelled");
        };
    }

    String refusal(PlanDesk.Refusal why) {
        return switch (why) {
            case NO_ORGANIZATION -> texts.get("plan.refused.organization");
            case NOT_OF_A_GROUP -> texts.get("plan.refused.group");
            case BEGUN -> texts.get("plan.refused.begun");
            case GONE -> texts.get("plan.refused.gone");
            case CANCELLED -> texts.get("plan.refused.cancelled");
            case AS_IT_IS -> texts.get("roster.refused.same");
            case TOO_MANY -> texts.get("plan.refused.tooMany");
            case NO_REASON -> texts.get("plan.refused.reason");
            case NO_TRAINING -> texts.get("plan.refused.training");
        };
    }

    String grade(PlanDetail.Grade grade) {
        return switch (grade) {
            case COMMUNITY -> texts.get("plan.grade.community");
            case STREET -> texts.get("plan.grade.street");
            case TOWN -> texts.get("plan.grade.town");
            case CITY -> texts.get("plan.grade.city");
            case ABOVE_CITY -> texts.get("plan.grade.aboveCity");
        };
    }

    List<Choice> grades(String chosen) {
        return Choice.of(PlanDetail.Grade.values(), this::grade, chosen);
    }

    List<Choice> halfDays(String chosen) {
        return IntStream.rangeClosed(1, PlanForm.MOST_HALF_DAYS)
                .mapToObj(half -> new Choice(
                        String.valueOf(half), days(half), String.valueOf(half).equals(chosen)))
                .toList();
    }

    /// In days, as people say it.
    static String days(int halves) {
        return new StudyAmount(halves).toString();
    }
}
