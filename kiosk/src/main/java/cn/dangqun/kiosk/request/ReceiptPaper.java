package cn.dangqun.kiosk.request;

import cn.dangqun.devices.api.TicketLayout;
import cn.dangqun.devices.api.TicketLine;
import cn.dangqun.kiosk.queue.TicketQr;
import cn.dangqun.kiosk.reference.SiteBoard;
import cn.dangqun.kiosk.ui.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands on the receipt of a request. No name, no telephone number, none of the words (OQ-39).
record ReceiptPaper(Texts texts, SiteBoard site, ZoneId zone) {
    TicketLayout layout(Receipt receipt) {
        var words = new RequestWords(texts);
        var lines = new ArrayList<TicketLine>();
        lines.add(TicketLine.of(texts.get("request.paper.number")));
        lines.add(TicketLine.strong(receipt.number().text()));
        lines.add(TicketLine.of(words.asked(receipt.kind(), receipt.service())));
        lines.add(TicketLine.of(texts.get("request.paper.answerer", receipt.answerer())));
        receipt.due().ifPresent(day -> lines.add(TicketLine.of(texts.get("request.paper.due", words.day(day)))));
        lines.add(TicketLine.of(
                texts.get("request.paper.when", texts.date(receipt.filed(), zone), texts.time(receipt.filed(), zone))));
        return new TicketLayout(
                site.siteName(),
                Optional.empty(),
                lines,
                Optional.of(TicketQr.of(receipt.number().code()).code()),
                List.of(
                        texts.get(receipt.reachable() ? "request.paper.call" : "request.paper.come"),
                        texts.get("request.paper.foot")));
    }
}
