package cn.dangqun.server.plan;

import cn.dangqun.server.attendance.AttendanceWords;
import cn.dangqun.server.text.Texts;

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
        };
    }
}
