package cn.dangqun.kiosk.appointment;

import cn.dangqun.devices.api.TicketPrinter;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.Projection;
import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.queue.QueueServices;
import cn.dangqun.kiosk.queue.SlipPrinter;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.sync.KioskIdentity;
import cn.dangqun.kiosk.ui.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// 预约. `printing` ends with it.
public record AppointmentFeature(AppointmentServices services, AppointmentPaper paper, Runnable printing)
        implements Feature {
    public static List<Projection> projections() {
        return List.of(new AppointmentProjection());
    }

    /// Over a ledger and what the street sent, without screens.
    public static AppointmentDesk desk(
            Ledger ledger,
            ReferenceStore reference,
            KioskClock clock,
            ZoneId zone,
            Supplier<Optional<KioskId>> self,
            QueueServices queue) {
        return new LedgerAppointmentDesk(ledger, reference, clock, zone, self, queue);
    }

    public static AppointmentFeature open(KioskParts parts, QueueServices queue) {
        var zone = parts.settings().zone();
        var desk = desk(
                parts.ledger(),
                parts.reference(),
                parts.ledgerClock(),
                zone,
                () -> parts.sync().identity().map(KioskIdentity::kiosk),
                queue);
        var paper = new AppointmentPaper(Texts.chinese(), parts.site(), zone);
        var printing = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("printing-appointments").factory());
        var printer = new SlipPrinter(() -> parts.devices().running(TicketPrinter.class), parts.printJobs(), printing);
        var services = new AppointmentServices(
                desk,
                kept -> printer.print(() -> paper.layout(kept)),
                slip -> queue.counter().handOver(slip, Optional.empty()));
        return new AppointmentFeature(services, paper, printing::shutdown);
    }

    @Override
    public Contribution screens(PlaceContext context) {
        return Contribution.of(new AppointmentPlace(
                new AppointmentViewModel(
                        services,
                        context.ui(),
                        context.background(),
                        () -> context.ways().done(Ways.APPOINTMENTS)),
                paper,
                context.ways()));
    }

    @Override
    public void close() {
        printing.run();
    }
}
