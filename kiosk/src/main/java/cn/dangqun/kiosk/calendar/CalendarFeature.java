package cn.dangqun.kiosk.calendar;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;
import java.time.LocalDate;
import java.util.function.Supplier;

/// What is to come at this centre.
public record CalendarFeature(CalendarDesk desk, Supplier<LocalDate> today) implements Feature {
    public static CalendarFeature open(KioskParts parts) {
        var zone = parts.settings().zone();
        var ledger = parts.ledger();
        return new CalendarFeature(
                new ReferenceCalendarDesk(parts.reference(), ledger::now, zone, ProfileLibrary.shipped()),
                () -> LocalDate.ofInstant(ledger.now(), zone));
    }

    @Override
    public Contribution screens(PlaceContext context) {
        return Contribution.of(place(context, false), place(context, true));
    }

    private CalendarPlace place(PlaceContext context, boolean forStaff) {
        return new CalendarPlace(
                new CalendarViewModel(desk, today, forStaff, context.ui(), context.background()),
                forStaff,
                context.ways());
    }
}
