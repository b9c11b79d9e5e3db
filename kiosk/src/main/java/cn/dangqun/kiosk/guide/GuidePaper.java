package cn.dangqun.kiosk.guide;

import cn.dangqun.devices.api.TicketLayout;
import cn.dangqun.devices.api.TicketLine;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.kiosk.reference.SiteBoard;
import cn.dangqun.kiosk.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A page of the guide on the ticket printer's paper. What does not fit is said to be more.
record GuidePaper(Texts texts, SiteBoard site) {
    private static final int LONGEST_LINE = 180;
    private static final int MOST_LINES = 36;

    TicketLayout layout(ServiceItem service) {
        var told = new GuideLines(texts, GuideWords.of(texts)).of(service);
        var lines = new ArrayList<TicketLine>();
        lines.add(TicketLine.strong(cut(service.name())));
        told.stream().limit(MOST_LINES).map(GuidePaper::cut).map(TicketLine::of).forEach(lines::add);
        if (told.size() > MOST_LINES) {
            lines.add(TicketLine.of(texts.get("guide.code.more")));
        }
        return new TicketLayout(
                site.siteName(), Optional.empty(), lines, Optional.empty(), List.of(texts.get("guide.paper.foot")));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE - 1) + "…";
    }
}
