package cn.dangqun.kiosk.activity;

import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.kiosk.attendance.AttendanceBook;
import cn.dangqun.kiosk.attendance.AttendanceProjection;
import cn.dangqun.kiosk.ledger.Projection;
import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;
import cn.dangqun.kiosk.sync.SyncMonitor;
import java.util.List;
import java.util.function.Consumer;

/// Today's activities, and the one of them that leads on idle and home. `counts` keeps how an activity stands at the
/// street; it may be told from any thread.
public record ActivityFeature(
        TodaysActivities today, SyncMonitor sync, ReadersToday readers, Consumer<StreetCount> counts)
        implements Feature {
    private static final String KEYBOARD = "wedge";

    public static List<Projection> projections() {
        return List.of(new AttendanceProjection(), new BegunProjection(), new SessionProjection());
    }

    public static ActivityFeature open(KioskParts parts) {
        var today = new LedgerActivities(
                parts.reference(), parts.ledger(), parts.settings().zone());
        boolean keyboard = parts.settings().devices().stream()
                .anyMatch(device -> device.driver().equals(KEYBOARD));
        var readers = new ReadersToday(parts.devices(), keyboard);
        return new ActivityFeature(today, parts.sync(), readers, count -> {
            var _ = parts.ledger().write(transaction -> {
                new AttendanceBook(transaction.db())
                        .keep(
                                count,
                                transaction
                                        .next()
                                        .map(next -> next.epoch().hex())
                                        .orElse(""),
                                parts.clock().instant());
                return count.activity();
            });
        });
    }

    @Override
    public Contribution screens(PlaceContext context) {
        var listed = new ActivitiesViewModel(today, context.ui(), context.background());
        var leading = new LeadViewModel(today, sync, readers, context.ui(), context.background());
        return Contribution.of(new ActivitiesPlace(listed, context.ways())).with(new LeadingActivity(leading));
    }
}
