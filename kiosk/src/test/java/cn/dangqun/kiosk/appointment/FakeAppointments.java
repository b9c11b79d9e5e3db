package cn.dangqun.kiosk.appointment;

import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;

import cn.dangqun.domain.queue.Appointment;
import cn.dangqun.domain.queue.Appointment.Standing;
import cn.dangqun.domain.queue.AppointmentCode;
import cn.dangqun.domain.queue.AppointmentDay;
import cn.dangqun.domain.queue.AppointmentId;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.kiosk.queue.FakeQueue;
import cn.dangqun.kiosk.queue.QueueStreet;
import cn.dangqun.kiosk.queue.Slip;
import cn.dangqun.kiosk.queue.TakeOutcome;
import cn.dangqun.kiosk.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Appointments as a test says they are.
public final class FakeAppointments implements AppointmentDesk {
    static final AppointmentCode CODE = new AppointmentCode("204816");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final LocalTime AT = LocalTime.of(14, 20);

    private final FakeQueue queue;
    List<AppointmentOffer> offers = List.of();
    Standing standing = Standing.DUE;
    Optional<String> calledOff = Optional.empty();
    Optional<MakeOutcome> made = Optional.empty();
    Optional<ArriveOutcome> arrived = Optional.empty();
    Handover handover = Handover.PRINTED;
    Optional<Instant> paused = Optional.empty();
    boolean printing;
    boolean broken;
    boolean elsewhere;
    boolean saves = true;
    int cancelled;

    public FakeAppointments(FakeQueue queue) {
        this.queue = queue;
    }

    public void reset() {
        offers = List.of(
                offer("1", DAY, "", 12),
                offer("2", DAY, "党代表 样例甲", 3),
                offer("3", DAY.plusDays(2), "社区党委书记 样例乙", 0),
                offer("4", DAY.plusDays(7), "", 12));
        standing = Standing.DUE;
        calledOff = Optional.empty();
        made = Optional.empty();
        arrived = Optional.empty();
        handover = Handover.PRINTED;
        paused = Optional.empty();
        printing = false;
        broken = false;
        elsewhere = false;
        saves = true;
        cancelled = 0;
    }

    /// Another service has a day, too.
    void offerAnotherService() {
        var offer = offers.getFirst().day();
        var care = new AppointmentDay(
                "5",
                QueueStreet.CARE.id(),
                offer.day().plusDays(1),
                offer.from(),
                offer.to(),
                offer.minutes(),
                offer.places(),
                "",
                Optional.empty());
        var all = new ArrayList<>(offers);
        all.add(new AppointmentOffer(
                care, QueueStreet.CARE.name(), List.of(new AppointmentOffer.Time(care.from(), 1))));
        offers = List.copyOf(all);
    }

    static AppointmentOffer offer(String id, LocalDate day, String host, int left) {
        var plan = new AppointmentDay(
                id,
                QueueStreet.ADVICE.id(),
                day,
                LocalTime.of(14, 0),
                LocalTime.of(18, 0),
                20,
                1,
                host,
                Optional.empty());
        var times = new ArrayList<AppointmentOffer.Time>();
        for (int i = 0; i < plan.times().size(); i++) {
            times.add(new AppointmentOffer.Time(plan.times().get(i), i < left ? 1 : 0));
        }
        return new AppointmentOffer(plan, host.isEmpty() ? "党务咨询（示例）" : "预约接访", times);
    }

    Kept kept() {
        var appointment =
                Appointment.made(new AppointmentId("0123456789abcdef"), CODE, "2", QueueStreet.ADVICE.id(), DAY, AT);
        return new Kept(
                appointment,
                "预约接访",
                "党代表 样例甲",
                standing,
                calledOff,
                standing == Standing.ARRIVED ? Optional.of("C012") : Optional.empty());
    }

    public AppointmentFeature feature() {
        var paper = new AppointmentPaper(Texts.chinese(), () -> "样例社区党群服务中心", ZONE);
        return new AppointmentFeature(services(), paper, () -> {});
    }

    public AppointmentServices services() {
        return new AppointmentServices(this, _ -> printed(), _ -> printed());
    }

    private CompletableFuture<Handover> printed() {
        return printing ? new CompletableFuture<>() : CompletableFuture.completedFuture(handover);
    }

    @Override
    public Offers offers() {
        if (broken) {
            throw new IllegalStateException("made to fail");
        }
        return new Offers(offers, elsewhere);
    }

    @Override
    public List<Kept> today() {
        return List.of(kept());
    }

    @Override
    public FindOutcome find(AppointmentCode code) {
        return paused.<FindOutcome>map(FindOutcome.Paused::new)
                .orElseGet(() -> code.equals(CODE) ? new FindOutcome.Found(kept()) : new FindOutcome.Unknown());
    }

    @Override
    public CompletableFuture<MakeOutcome> make(String plan, LocalTime at, Optional<String> staff) {
        return CompletableFuture.completedFuture(made.orElseGet(() -> new MakeOutcome.Made(kept())));
    }

    @Override
    public CompletableFuture<ArriveOutcome> arrive(AppointmentId appointment) {
        return CompletableFuture.completedFuture(arrived.orElseGet(() -> new ArriveOutcome.Here(slip())));
    }

    private Slip slip() {
        return ((TakeOutcome.Taken)
                        queue.desk().take(QueueStreet.ADVICE.id(), true).join())
                .slip();
    }

    @Override
    public CompletableFuture<Boolean> cancel(AppointmentId appointment, Optional<String> staff) {
        cancelled++;
        return CompletableFuture.completedFuture(saves);
    }
}
