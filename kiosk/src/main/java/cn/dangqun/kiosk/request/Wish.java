package cn.dangqun.kiosk.request;

import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.protocol.ResidentNote;
import java.util.Optional;

/// What somebody asks for. Whoever asks for something done or told must be found again; an opinion may
/// stay anonymous.
///
/// @param ticket the number with which they came to the window, if they did
/// @param responder who took it up at the window; empty at the kiosk, where the rota says so (OQ-34)
public record Wish(
        RequestKind kind,
        Optional<ServiceId> service,
        Optional<TicketId> ticket,
        ResidentNote resident,
        Optional<Answerer> responder) {
    public Wish {
        if (kind == RequestKind.VISIT) {
            throw new IllegalArgumentException("visits are written down where they are told of");
        }
        if (kind != RequestKind.OPINION
                && resident.phone().isEmpty()
                && resident.address().isEmpty()) {
            throw new IllegalArgumentException("they must be found again");
        }
    }

    /// What the kiosk itself takes down: a telephone number, or none.
    public static Wish atKiosk(RequestKind kind, Optional<ServiceId> service, String phone) {
        return new Wish(kind, service, Optional.empty(), new ResidentNote("", phone, "", ""), Optional.empty());
    }

    @Override
    public String toString() {
        return "Wish[" + kind + "]";
    }
}
