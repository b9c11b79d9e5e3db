package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.server.text.Texts;

/// The Chinese words of attendance, as in the glossary of the rules.
public final class AttendanceWords {
    private final Texts texts;

    public AttendanceWords(Texts texts) {
        this.texts = texts;
    }

    Texts texts() {
        return texts;
    }

    public String type(ActivityType type) {
        return switch (type) {
            case MEMBER_MEETING -> texts.get("attendance.type.memberMeeting");
            case COMMITTEE_MEETING -> texts.get("attendance.type.committeeMeeting");
            case GROUP_MEETING -> texts.get("attendance.type.groupMeeting");
            case PARTY_LECTURE -> texts.get("attendance.type.partyLecture");
            case THEME_DAY -> texts.get("attendance.type.themeDay");
            case ORG_LIFE_MEETING -> texts.get("attendance.type.orgLifeMeeting");
            case LEADERSHIP_LIFE_MEETING -> texts.get("attendance.type.leadershipLifeMeeting");
            case DEMOCRATIC_REVIEW -> texts.get("attendance.type.democraticReview");
            case BRANCH_WORK_REPORT -> texts.get("attendance.type.branchWorkReport");
            case TRAINING -> texts.get("attendance.type.training");
            case CONSULTATION -> texts.get("attendance.type.consultation");
            case JOINT_MEETING -> texts.get("attendance.type.jointMeeting");
            case VOLUNTEER -> texts.get("attendance.type.volunteer");
            case OATH -> texts.get("attendance.type.oath");
        };
    }

    String stage(Stage stage) {
        return switch (stage) {
            case UPCOMING -> texts.get("attendance.stage.upcoming");
            case OPEN -> texts.get("attendance.stage.open");
            case ENDED -> texts.get("attendance.stage.ended");
            case CANCELLED -> texts.get("attendance.stage.cancelled");
        };
    }

    String method(CheckInMethod method) {
        return switch (method) {
            case ID_CARD -> texts.get("attendance.method.idCard");
            case CARD -> texts.get("attendance.method.card");
            case QR -> texts.get("attendance.method.qr");
            case STAFF -> texts.get("attendance.method.staff");
            case PAPER -> texts.get("attendance.method.paper");
        };
    }

    String role(AttendanceRole role) {
        return switch (role) {
            case MEMBER -> texts.get("attendance.role.member");
            case OBSERVER -> texts.get("attendance.role.observer");
            case SUPERIOR_REP -> texts.get("attendance.role.superiorRep");
            case LINKED -> texts.get("attendance.role.linked");
            case PARTICIPANT -> texts.get("attendance.role.participant");
        };
    }

    String guest(GuestKind kind) {
        return switch (kind) {
            case REPORTED_IN -> texts.get("attendance.guest.reportedIn");
            case FLOATING -> texts.get("attendance.guest.floating");
            case OBSERVER -> texts.get("attendance.guest.observer");
            case RESIDENT -> texts.get("attendance.guest.resident");
        };
    }
}
