package cn.dangqun.domain.queue;

import java.util.OptionalInt;

/// A kiosk of a site, as the street names it to the others (docs/decisions/0046). `digit` stands before the numbers it
/// gives out; `address` is where the others find it on the centre's network, empty when nobody has written it;
/// `host`: it keeps the one queue of the site.
public record CentreKiosk(String id, OptionalInt digit, String address, boolean host) {
    public CentreKiosk {
        if (digit.isPresent() && (digit.getAsInt() < 1 || digit.getAsInt() > TicketNumber.KIOSK_MAX)) {
            throw new IllegalArgumentException("kiosks of a centre are numbered 1 to " + TicketNumber.KIOSK_MAX);
        }
    }
}
