package cn.dangqun.kiosk.queue;

import cn.dangqun.devices.api.TicketLayout;
import cn.dangqun.devices.api.TicketLine;
import cn.dangqun.kiosk.reference.SiteBoard;
import cn.dangqun.kiosk.ui.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands on the ticket, and in its code (F-45). The code holds the same words: any telephone reads them, without
/// a network. No name, no card.
public record TicketPaper(Texts texts, SiteBoard site, ZoneId zone) {

    TicketLayout layout(Slip slip) {
        var lines = new ArrayList<TicketLine>();
        lines.add(TicketLine.strong(slip.service()));
        if (slip.ticket().priority()) {
            lines.add(TicketLine.of(texts.get("queue.paper.priority")));
        }
        lines.add(TicketLine.of(QueueWords.ahead(slip, texts)));
        lines.add(TicketLine.of(when(slip)));
        return new TicketLayout(
                site.siteName(),
                Optional.of(slip.ticket().number().text()),
                lines,
                Optional.of(TicketQr.of(code(slip)).code()),
                List.of(texts.get("queue.paper.foot"), texts.get("queue.paper.day")));
    }

    /// What a telephone reads off the code.
    public String code(Slip slip) {
        return texts.get("queue.paper.code", site.siteName(), slip.ticket().number(), slip.service(), when(slip));
    }

    private String when(Slip slip) {
        var taken = slip.ticket().taken();
        return texts.get("queue.paper.when", texts.date(taken, zone), texts.time(taken, zone));
    }
}
