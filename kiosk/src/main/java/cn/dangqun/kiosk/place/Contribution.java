package cn.dangqun.kiosk.place;

import java.util.List;
import java.util.Optional;

/// All that one feature shows: its places, and what of it stands on home and idle.
public record Contribution(
        List<Place> places,
        Optional<Lead> lead,
        Optional<Strip> strip,
        Optional<QuietLine> quietLine,
        Optional<IdleTurn> turn) {

    public Contribution {
        places = List.copyOf(places);
    }

    public static Contribution of(Place... places) {
        return new Contribution(
                List.of(places), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Contribution with(Lead leading) {
        return new Contribution(places, Optional.of(leading), strip, quietLine, turn);
    }

    public Contribution with(Strip standing) {
        return new Contribution(places, lead, Optional.of(standing), quietLine, turn);
    }

    public Contribution with(QuietLine standing) {
        return new Contribution(places, lead, strip, Optional.of(standing), turn);
    }

    public Contribution with(IdleTurn taken) {
        return new Contribution(places, lead, strip, quietLine, Optional.of(taken));
    }
}
