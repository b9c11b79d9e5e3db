package cn.dangqun.simulation;

import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.queue.Appointment.Standing;
import cn.dangqun.kiosk.appointment.AppointmentDesk.ArriveOutcome;
import cn.dangqun.kiosk.appointment.AppointmentDesk.MakeOutcome;
import cn.dangqun.kiosk.meeting.MeetingDesk;
import cn.dangqun.kiosk.request.FileOutcome;
import cn.dangqun.kiosk.request.RateOutcome;
import cn.dangqun.kiosk.request.RequestWork;
import cn.dangqun.kiosk.roll.RollDesk;

/// What the screen of a kiosk says first, as its own texts have it.
final class Words {
    private Words() {}

    /// What staff are told.
    static String of(RollDesk.Answer answer) {
        return switch (answer) {
            case DONE -> "recorded";
            case OVERTAKEN -> "nothing to record as things stand";
            case NOT_SAVED -> "没有保存成功";
        };
    }

    /// What the secretary is told.
    static String of(MeetingDesk.Answer answer) {
        return switch (answer) {
            case DONE -> "recorded";
            case OVERTAKEN -> "nothing to record as things stand";
            case NOT_SAVED -> "没有保存成功";
        };
    }

    static String of(MakeOutcome outcome) {
        return switch (outcome) {
            case MakeOutcome.Made(var kept) -> "预约成功，" + kept.appointment().at();
            case MakeOutcome.Gone _ -> "这个时间刚被约走";
            case MakeOutcome.NotSaved _ -> "没有保存成功";
            case MakeOutcome.Sealed _ -> "本机已停用";
        };
    }

    static String of(ArriveOutcome outcome) {
        return switch (outcome) {
            case ArriveOutcome.Here _ -> "报到成功";
            case ArriveOutcome.Otherwise(var kept) -> of(kept.standing());
            case ArriveOutcome.NoNumber _ -> "现在不能报到";
            case ArriveOutcome.NotSaved _ -> "没有保存成功";
        };
    }

    static String of(Standing standing) {
        return switch (standing) {
            case CANCELLED -> "这个预约已经取消";
            case ARRIVED -> "您已经报到";
            case TOO_EARLY -> "还没到报到的时间";
            case DUE -> "可以报到了";
            case MISSED -> "约定的时间已过";
        };
    }

    static String of(FileOutcome outcome) {
        return switch (outcome) {
            case FileOutcome.Filed _ -> "已登记";
            case FileOutcome.NobodyAnswers _ -> "还没有工作人员名单";
            case FileOutcome.NotSaved _ -> "这次没有存上";
            case FileOutcome.KioskSealed _ -> "本机暂停使用";
        };
    }

    static String of(RequestWork.WorkOutcome outcome) {
        return switch (outcome) {
            case DONE -> "recorded";
            case STANDS, NOT_YOURS -> "nothing to record as things stand";
            case NOT_SAVED -> "没有保存成功";
        };
    }

    static String of(RateOutcome outcome) {
        return switch (outcome) {
            case DONE -> "谢谢您的评价";
            case ALREADY -> "这件事已经评价过了";
            case NOT_CLOSED -> "这件事又在办了";
            case NOT_SAVED -> "评价没有存上";
        };
    }

    static String of(CheckInOutcome outcome) {
        return switch (outcome) {
            case CheckInOutcome.Counted _ -> "签到成功";
            case CheckInOutcome.SignatureAsked _ -> "已报到，请签名";
            case CheckInOutcome.AlreadyCheckedIn _ -> "您已签到";
            case CheckInOutcome.ChooseActivity _ -> "请选择活动";
            case CheckInOutcome.NotOpenYet _ -> "还没到签到时间";
            case CheckInOutcome.Closed _ -> "签到已结束";
            case CheckInOutcome.NoActivityToday _ -> "今天没有您的活动";
            case CheckInOutcome.ClockInDoubt _ -> "时间待核对";
            case CheckInOutcome.OtherBranch _ -> "不在本场名单";
            case CheckInOutcome.UnknownCard _ -> "这张卡没有登记";
            case CheckInOutcome.CodeRefused _ -> "二维码没有通过";
            case CheckInOutcome.NotSaved _ -> "没有保存成功";
            case CheckInOutcome.KioskSealed _ -> "本机已停用";
        };
    }
}
