package cn.dangqun.kiosk.request;

import cn.dangqun.domain.queue.ServiceItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the catalogue has, and who would answer for a request that is filed at this moment (OQ-34); nobody while
/// the street has sent no staff. `today`: the centre's day
public record RequestOffer(List<ServiceItem> services, Optional<Responder> responder, LocalDate today) {
    public RequestOffer {
        services = List.copyOf(services);
    }

    /// As the rota shows them; `post` may be empty.
    public record Responder(String id, String name, String post) {}
}
