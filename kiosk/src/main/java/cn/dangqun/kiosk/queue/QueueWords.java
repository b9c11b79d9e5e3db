package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.ActRefusal;
import cn.dangqun.domain.queue.ServiceCategory;
import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.kiosk.ui.Texts;

/// The words for the queue wherever they stand, on screens and on the window page.
public final class QueueWords {
    private QueueWords() {}

    /// 前面还有 n 位，约 a–b 分钟
    public static String ahead(Slip slip, Texts texts) {
        return slip.ahead() == 0
                ? texts.get("queue.ahead.nobody")
                : texts.get(
                        "queue.ahead.some",
                        slip.ahead(),
                        slip.estimate().fromMinutes(),
                        slip.estimate().toMinutes());
    }

    public static String category(ServiceCategory category, Texts texts) {
        return switch (category) {
            case PARTY -> texts.get("queue.category.party");
            case RESIDENTS -> texts.get("queue.category.residents");
            case SERVICES -> texts.get("queue.category.services");
            case COMMERCE -> texts.get("queue.category.commerce");
            case AFFAIRS -> texts.get("queue.category.affairs");
        };
    }

    /// What was done last, and to which number.
    public static String done(Ticket ticket, TicketAct act, Texts texts) {
        var key = switch (act) {
            case TicketAct.Call _ -> "queue.done.call";
            case TicketAct.Recall _ -> "queue.done.recall";
            case TicketAct.Pass _ -> "queue.done.pass";
            case TicketAct.Reinsert _ -> "queue.done.reinsert";
            case TicketAct.Move _ -> "queue.done.move";
            case TicketAct.Hold _ -> "queue.done.hold";
            case TicketAct.Resume _ -> "queue.done.resume";
            case TicketAct.Serve _ -> "queue.done.serve";
            case TicketAct.Withdraw _ -> "queue.done.withdraw";
            case TicketAct.GiveUp _ -> "queue.done.giveUp";
            case TicketAct.ChangeService _ -> "queue.done.changeService";
            case TicketAct.TakeBack _ -> "queue.done.takeBack";
            case TicketAct.Lapse _ -> "queue.done.lapse";
        };
        return texts.get(key, ticket.number().text());
    }

    public static String refusal(ActRefusal why, Texts texts) {
        return switch (why) {
            case NOBODY_WAITS -> texts.get("queue.refused.nobody");
            case WINDOW_BUSY -> texts.get("queue.refused.busy");
            case CALLED_OFTEN_ENOUGH -> texts.get("queue.refused.often");
            case ELSEWHERE -> texts.get("queue.refused.elsewhere");
            case UNKNOWN_WINDOW -> texts.get("queue.refused.window");
            case UNKNOWN_SERVICE -> texts.get("queue.refused.service");
            case WITH_THE_HOST -> texts.get("queue.refused.host");
            case HOST_SILENT -> texts.get("queue.refused.silent");
            case UNKNOWN_TICKET, NOT_NEXT, NOT_WAITING, NOT_CALLED, NOT_PASSED, NOT_HELD, CLOSED ->
                texts.get("queue.refused.changed");
        };
    }
}
