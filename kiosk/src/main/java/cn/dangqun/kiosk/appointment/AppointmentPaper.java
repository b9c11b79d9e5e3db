package cn.dangqun.kiosk.appointment;

import cn.dangqun.devices.api.TicketLayout;
import cn.dangqun.devices.api.TicketLine;
import cn.dangqun.domain.queue.Appointment;
import cn.dangqun.kiosk.appointment.AppointmentDesk.Kept;
import cn.dangqun.kiosk.queue.QrView;
import cn.dangqun.kiosk.reference.SiteBoard;
import cn.dangqun.kiosk.ui.Texts;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands on the slip of an appointment, and in its code, which any telephone reads without a network. No name.
record AppointmentPaper(Texts texts, SiteBoard site, ZoneId zone) {

    TicketLayout layout(Kept kept) {
        var lines = new ArrayList<TicketLine>();
        lines.add(TicketLine.strong(kept.service()));
        if (!kept.host().isEmpty()) {
            lines.add(TicketLine.of(texts.get("appointment.host", kept.host())));
        }
        lines.add(TicketLine.strong(when(kept)));
        var at = kept.appointment().at();
        return new TicketLayout(
                site.siteName(),
                Optional.of(kept.appointment().code().spaced()),
                lines,
                Optional.of(QrView.printed(told(kept))),
                List.of(
                        texts.get("appointment.paper.scan"),
                        texts.get("appointment.paper.foot"),
                        texts.get("appointment.paper.press"),
                        texts.get("appointment.paper.late", earliest(at), latest(at))));
    }

    /// Between when one is let in.
    static String rule(Texts texts, LocalTime at) {
        return texts.get("appointment.made.rule", earliest(at), latest(at));
    }

    static LocalTime earliest(LocalTime at) {
        return at.minus(Appointment.EARLY);
    }

    static LocalTime latest(LocalTime at) {
        return at.plus(Appointment.GRACE);
    }

    /// What a telephone reads off the code.
    String told(Kept kept) {
        return texts.get(
                "appointment.paper.code",
                site.siteName(),
                kept.service(),
                when(kept),
                kept.appointment().code().spaced());
    }

    String when(Kept kept) {
        var at = kept.appointment()
                .day()
                .atTime(kept.appointment().at())
                .atZone(zone)
                .toInstant();
        return texts.get("appointment.when", texts.date(at, zone), texts.weekday(at, zone), texts.time(at, zone));
    }
}
