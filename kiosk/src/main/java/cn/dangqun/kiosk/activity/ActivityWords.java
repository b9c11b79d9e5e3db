package cn.dangqun.kiosk.activity;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.kiosk.ui.Chip;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Tone;
import java.time.LocalDate;

/// The words for an activity wherever it is shown: its type, its hours and place, and how far it is.
public final class ActivityWords {
    private ActivityWords() {}

    public static String when(ActivityToday today, Look look) {
        var activity = today.activity();
        return look.texts()
                .get(
                        "activity.row.when",
                        look.texts().time(activity.starts(), look.zone()),
                        look.texts().time(activity.ends(), look.zone()),
                        activity.place());
    }

    /// With the day, where it is not today's.
    public static String when(Activity activity, LocalDate today, Look look) {
        var texts = look.texts();
        var hours = texts.get(
                "activity.when",
                texts.time(activity.starts(), look.zone()),
                texts.time(activity.ends(), look.zone()),
                activity.place());
        return activity.heldOn().equals(today)
                ? texts.get("activity.when.today", hours)
                : texts.get("activity.when.day", texts.date(activity.starts(), look.zone()), hours);
    }

    public static String leave(LeaveKind kind, Texts texts) {
        return switch (kind) {
            case PERSONAL -> texts.get("activity.leave.personal");
            case SICK -> texts.get("activity.leave.sick");
            case DUTY_TRAVEL -> texts.get("activity.leave.travel");
            case OTHER -> texts.get("activity.leave.other");
        };
    }

    public static Chip phase(ActivityToday today, Look look, String size) {
        var texts = look.texts();
        return switch (today.phase()) {
            case UPCOMING ->
                new Chip(
                        Tone.INFORMATION,
                        Glyph.CLOCK,
                        texts.get(
                                "activity.phase.upcoming",
                                texts.time(today.activity().window().opens(), look.zone())),
                        size,
                        "bold");
            case OPEN -> new Chip(Tone.SUCCESS, Glyph.CONTACTLESS, texts.get("activity.phase.open"), size, "bold");
            case CLOSED -> new Chip(Tone.PLAIN, Glyph.MINUS, texts.get("activity.phase.closed"), size);
        };
    }

    public static String type(ActivityType type, Texts texts) {
        return switch (type) {
            case MEMBER_MEETING -> texts.get("activity.type.memberMeeting");
            case COMMITTEE_MEETING -> texts.get("activity.type.committeeMeeting");
            case GROUP_MEETING -> texts.get("activity.type.groupMeeting");
            case PARTY_LECTURE -> texts.get("activity.type.partyLecture");
            case THEME_DAY -> texts.get("activity.type.themeDay");
            case ORG_LIFE_MEETING -> texts.get("activity.type.orgLifeMeeting");
            case LEADERSHIP_LIFE_MEETING -> texts.get("activity.type.leadershipLifeMeeting");
            case DEMOCRATIC_REVIEW -> texts.get("activity.type.democraticReview");
            case BRANCH_WORK_REPORT -> texts.get("activity.type.branchWorkReport");
            case TRAINING -> texts.get("activity.type.training");
            case CONSULTATION -> texts.get("activity.type.consultation");
            case JOINT_MEETING -> texts.get("activity.type.jointMeeting");
            case VOLUNTEER -> texts.get("activity.type.volunteer");
            case OATH -> texts.get("activity.type.oath");
        };
    }
}
