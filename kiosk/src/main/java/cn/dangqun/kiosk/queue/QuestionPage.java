package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;

/// Asks before a number is gone for good.
record QuestionPage(CallingViewModel model, Look look) {
    Page of(CallingState.Asking asking) {
        var texts = look.texts();
        var ticket = asking.question().ticket();
        var key = asking.question().act() instanceof TicketAct.GiveUp ? "queue.ask.giveUp" : "queue.ask.withdraw";
        var words = texts.get(key, ticket.number().text());
        var yes = new ActionButton(texts.get("queue.ask.yes"), model::yes, "outline");
        yes.setId("yes");
        var no = new ActionButton(texts.get("queue.ask.no"), model::stay, "primary").withIcon(Glyph.BACK);
        no.setId("no");
        return new Page(look, texts.get("queue.calling.title"), asking.today().nameOf(ticket.service()))
                .body(new Notice(Glyph.QUESTION, words, texts.get("queue.ask.next")))
                .foot(yes, no);
    }
}
