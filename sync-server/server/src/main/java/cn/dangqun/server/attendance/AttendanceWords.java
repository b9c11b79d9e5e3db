package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.fact.AttendanceFact.Registration;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.util.Optional;

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

    /// Staff say how they came to record it.
    String method(AttendanceSheet.Tap tap) {
        return tap.by()
                .flatMap(AttendanceSheet.Handled::how)
                .map(this::registration)
                .orElseGet(() -> method(tap.method()));
    }

    private String registration(Registration how) {
        return switch (how) {
            case AT_DOOR -> texts.get("attendance.how.atDoor");
            case AFTERWARDS -> texts.get("attendance.how.afterwards");
            case PAPER -> texts.get("attendance.how.paper");
        };
    }

    /// Reasons and names of staff, for who may see names.
    String handled(AttendanceSheet.Handled by) {
        var who = by.approver()
                .map(approver -> texts.get("attendance.handled.approved", by.staff(), approver))
                .orElseGet(() -> texts.get("attendance.handled.alone", by.staff()));
        return by.reason().isEmpty() ? who : texts.get("attendance.handled.reason", by.reason(), who);
    }

    SheetModel.Note note(AttendanceSheet.Note note, Times times, boolean fullNames) {
        var named = fullNames ? note.leave().map(this::leave) : Optional.<String>empty();
        return new SheetModel.Note(
                named.map(kind -> texts.get("attendance.note.leaveOf", kind)).orElseGet(() -> note(note)),
                times.precise(note.at()),
                note.voided(),
                fullNames ? note.by().map(this::handled).orElse("") : "");
    }

    private String note(AttendanceSheet.Note note) {
        return switch (note.kind()) {
            case SIGNED ->
                texts.get(note.by().isPresent() ? "attendance.note.signedOnPaper" : "attendance.note.signed");
            case LEAVE -> texts.get("attendance.note.leave");
            case ABSENCE -> texts.get("attendance.note.absence");
            case CORRECTION -> texts.get("attendance.note.correction");
        };
    }

    public String leave(LeaveKind kind) {
        return switch (kind) {
            case PERSONAL -> texts.get("attendance.leave.personal");
            case SICK -> texts.get("attendance.leave.sick");
            case DUTY_TRAVEL -> texts.get("attendance.leave.travel");
            case OTHER -> texts.get("attendance.leave.other");
        };
    }

    private String method(CheckInMethod method) {
        return switch (method) {
            case ID_CARD -> texts.get("attendance.method.idCard");
            case CARD -> texts.get("attendance.method.card");
            case QR -> texts.get("attendance.method.qr");
            case STAFF -> texts.get("attendance.method.staff");
            case PAPER -> texts.get("attendance.method.paper");
        };
    }

    /// Who is linked is called as the roster lists them.
    String role(AttendanceRole role, Optional<RelationKind> relation) {
        return switch (role) {
            case MEMBER -> texts.get("attendance.role.member");
            case OBSERVER -> texts.get("attendance.role.observer");
            case SUPERIOR_REP -> texts.get("attendance.role.superiorRep");
            case LINKED -> relation.map(this::linked).orElseGet(() -> texts.get("attendance.role.linked"));
            case PARTICIPANT -> texts.get("attendance.role.participant");
        };
    }

    private String linked(RelationKind relation) {
        return switch (relation) {
            case REPORTED_IN -> guest(GuestKind.REPORTED_IN);
            case FLOATING_IN -> guest(GuestKind.FLOATING);
            case HOME -> texts.get("attendance.role.linked");
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
