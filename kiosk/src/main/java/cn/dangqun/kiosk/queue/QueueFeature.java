package cn.dangqun.kiosk.queue;

import cn.dangqun.devices.api.Announcement;
import cn.dangqun.devices.api.TicketPrinter;
import cn.dangqun.devices.api.Voice;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.kiosk.device.KioskDevices;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.Projection;
import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.sync.KioskIdentity;
import cn.dangqun.kiosk.ui.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// 取号办事 and 叫号: numbers given out and called at this kiosk (F-43–F-53). `closing` ends what prints.
public record QueueFeature(QueueServices services, Runnable closing) implements Feature {
    public static List<Projection> projections() {
        return List.of(new TicketProjection());
    }

    /// A kiosk that keeps a queue of its own, without screens, voice, printer and threads: numbers are shown.
    public static QueueServices services(
            Ledger ledger, ReferenceStore reference, KioskClock clock, ZoneId zone, KeptNumbers kept) {
        var desk = new LedgerQueueDesk(
                ledger,
                reference,
                clock,
                new LedgerQueueDesk.Site(zone, OptionalInt.empty(), Optional::empty, kept),
                call -> {});
        return new QueueServices(
                desk,
                new LedgerQueueBoard(ledger, reference, zone),
                (slip, staff) -> desk.handedOver(slip.ticket().id(), Handover.SHOWN, staff)
                        .thenApply(_ -> Handover.SHOWN),
                new TicketPaper(Texts.chinese(), () -> "", zone));
    }

    /// `kept`: numbers that wait for whoever made an appointment.
    public static QueueFeature open(KioskParts parts, KeptNumbers kept) {
        var zone = parts.settings().zone();
        Supplier<Optional<KioskId>> self = () -> parts.sync().identity().map(KioskIdentity::kiosk);
        var own = new LedgerQueueDesk(
                parts.ledger(),
                parts.reference(),
                parts.ledgerClock(),
                new LedgerQueueDesk.Site(zone, parts.settings().queueDigit(), self, kept),
                call -> speak(parts.devices(), call));
        Supplier<Optional<Centre>> centre = () -> Centre.of(parts.reference(), self.get());
        var sharing = new LedgerSharing(parts.ledger(), parts.ledgerClock(), zone);
        var hosting = new HostDesk(own, sharing, centre, parts.ledger()::now);
        var known = new CentreLife.Known(parts.sync()::identity, parts.ledger()::now);
        var port = parts.settings().window().queuePort();
        var worker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("centre").factory());
        var calls = new CallsHeard(call -> speak(parts.devices(), call));
        var line = new GuestLine(sharing, CentreLife.lines(known, port), worker, parts.ledger()::now, calls);
        var life = new CentreLife(centre, line, hosting, known, port, worker);
        var desk = new CentreDesk(own, sharing, line, worker);
        life.begin();
        var paper = new TicketPaper(Texts.chinese(), parts.site(), zone);
        var printing = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("printing").factory());
        var counter = new PaperCounter(
                desk, () -> parts.devices().running(TicketPrinter.class), parts.printJobs(), paper, printing);
        var board = new CentreBoard(
                new LedgerQueueBoard(parts.ledger(), parts.reference(), zone), sharing, line, hosting, centre);
        return new QueueFeature(new QueueServices(desk, board, counter, paper), () -> {
            life.close();
            printing.shutdown();
        });
    }

    private static void speak(KioskDevices devices, Announcement.Call call) {
        devices.running(Voice.class).forEach(voice -> {
            var _ = voice.say(call);
        });
    }

    @Override
    public Contribution screens(PlaceContext context) {
        return Contribution.of(
                        new TakeNumberPlace(
                                new TakeNumberViewModel(
                                        services,
                                        context.ui(),
                                        context.background(),
                                        () -> context.ways().done(TakeNumberPlace.ID)),
                                context.ways()),
                        new CallingPlace(
                                new CallingViewModel(services, context.ui(), context.background()), context.ways()))
                .with(new LastCalls(new CallsViewModel(services, context.ui(), context.background())));
    }

    @Override
    public void close() {
        closing.run();
    }
}
