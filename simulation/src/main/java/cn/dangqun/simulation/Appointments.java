package cn.dangqun.simulation;

import cn.dangqun.domain.queue.Appointment;
import cn.dangqun.domain.queue.Appointment.Standing;
import cn.dangqun.domain.queue.AppointmentId;
import cn.dangqun.kiosk.appointment.AppointmentDesk.ArriveOutcome;
import cn.dangqun.kiosk.appointment.AppointmentDesk.FindOutcome;
import cn.dangqun.kiosk.appointment.AppointmentDesk.Kept;
import cn.dangqun.kiosk.appointment.AppointmentDesk.MakeOutcome;
import cn.dangqun.simulation.check.Activities;
import cn.dangqun.simulation.check.Diary;
import cn.dangqun.simulation.check.Is;
import cn.dangqun.simulation.check.Pages;
import cn.dangqun.simulation.check.Plain;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.machine.KioskMachine;
import cn.dangqun.simulation.story.Kind;
import cn.dangqun.simulation.story.Step;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// People make appointments, come for them, and cancel them. Who was told 预约成功 has a place of their own, is known by
/// their code, and stands on the street's page of that day.
final class Appointments implements Desk {
    private static final int DAY = 86_400;
    private static final int PLACES = 1;

    private final Stage stage;
    private final Centres centres;
    private final Diary diary = new Diary();
    /// The last made at each kiosk.
    private final Map<Integer, Held> last = new HashMap<>();

    private record Held(Diary.Entry entry, Appointment appointment) {}

    private record Wish(String plan, LocalTime at) {}

    Appointments(Stage stage, Centres centres) {
        this.stage = stage;
        this.centres = centres;
    }

    /// The street says when people are received, on the days on which somebody will ask.
    void begin() {
        stage.story().steps().stream()
                .filter(step -> step.kind() == Kind.BOOKED)
                .map(step -> Map.of(
                        "site", site(step.kiosk()),
                        "day", Activities.day(step.second() / DAY).toString()))
                .distinct()
                .forEach(this::publish);
    }

    private static String site(int kiosk) {
        return "site-" + Ground.community(kiosk);
    }

    private void publish(Map<String, String> where) {
        var form = new HashMap<>(where);
        form.putAll(Map.of(
                "service", Ground.SERVICE.value(),
                "opens", "08:00",
                "closes", "20:00",
                "minutes", "30",
                "places", String.valueOf(PLACES)));
        if (!stage.press("/services/appointments", Map.of(), form)) {
            throw new IllegalStateException("the street cannot say when people are received");
        }
    }

    void carryOut(Step step) {
        var kiosk = stage.kiosks().get(step.kiosk());
        if (kiosk.isOn()) {
            switch (step.kind()) {
                case BOOKED -> book(step, kiosk);
                case ARRIVED -> held(step, kiosk).ifPresent(kept -> come(step, kiosk, kept));
                default -> held(step, kiosk).ifPresent(kept -> cancel(step, kiosk, kept));
            }
        }
    }

    private void book(Step step, KioskMachine kiosk) {
        var free = kiosk.centre().appointments().offers().offers().stream()
                .flatMap(offer -> offer.times().stream()
                        .filter(time -> time.left() > 0)
                        .map(time -> new Wish(offer.day().id(), time.at())))
                .skip(step.number() - 1L)
                .findFirst();
        if (free.isEmpty()) {
            stage.answered(step, "目前没有可预约的时间");
            return;
        }
        var wish = free.get();
        var life = kiosk.life();
        var entry = diary.begin(step.kiosk(), wish.plan, wish.at);
        var _ = kiosk.centre()
                .appointments()
                .make(wish.plan, wish.at, Optional.empty())
                .thenAccept(outcome -> {
                    if (life.isOn()) {
                        stage.answered(step, Words.of(outcome));
                        stage.world()
                                .trace()
                                .note("appointment " + outcome.getClass().getSimpleName());
                        if (outcome instanceof MakeOutcome.Made(var kept)) {
                            made(step, entry, kept);
                        } else {
                            entry.refused();
                        }
                    }
                });
    }

    private void made(Step step, Diary.Entry entry, Kept kept) {
        entry.made(kept.appointment().id(), kept.appointment().day());
        last.put(step.kiosk(), new Held(entry, kept.appointment()));
        if (diary.sharing(entry) > PLACES) {
            stage.world()
                    .broke(Plain.kiosk(step.kiosk()) + " gave the place at "
                            + kept.appointment().at() + " twice");
        }
    }

    /// Types the code.
    private Optional<Kept> held(Step step, KioskMachine kiosk) {
        var held = last.get(step.kiosk());
        if (held == null) {
            return Optional.empty();
        }
        var found = kiosk.centre().appointments().find(held.appointment.code());
        if (found instanceof FindOutcome.Found(var kept)) {
            return Optional.of(kept);
        }
        stage.answered(step, "没有这个预约码");
        boolean past = held.appointment.day().isBefore(Activities.day(step.second() / DAY));
        if (held.entry.made() == Is.YES && !past && centres.isSure(step.kiosk())) {
            stage.world()
                    .broke("somebody was told 预约成功 at " + Plain.kiosk(step.kiosk())
                            + ", and it does not know their code");
        }
        return Optional.empty();
    }

    private Optional<Diary.Entry> entry(int kiosk, AppointmentId id) {
        return Optional.ofNullable(last.get(kiosk))
                .map(Held::entry)
                .filter(each -> each.id().filter(id::equals).isPresent());
    }

    private void come(Step step, KioskMachine kiosk, Kept kept) {
        var life = kiosk.life();
        var entry = entry(step.kiosk(), kept.appointment().id());
        entry.ifPresent(each -> each.came(Is.PERHAPS));
        centres.asked();
        var _ = kiosk.centre().appointments().arrive(kept.appointment().id()).thenAccept(outcome -> {
            if (life.isOn()) {
                centres.answered();
                stage.answered(step, Words.of(outcome));
                if (outcome instanceof ArriveOutcome.Here(var slip)) {
                    entry.ifPresent(each -> here(step, each));
                    centres.given(step, slip.ticket().number());
                }
            }
        });
    }

    private void here(Step step, Diary.Entry entry) {
        if (entry.came() == Is.YES) {
            stage.world().broke("one appointment got two numbers at " + Plain.kiosk(step.kiosk()));
        }
        entry.came(Is.YES);
    }

    /// The button is there only while it is open.
    private void cancel(Step step, KioskMachine kiosk, Kept kept) {
        if (!kept.isOpen()) {
            stage.answered(step, Words.of(kept.standing()));
            return;
        }
        var life = kiosk.life();
        var entry = entry(step.kiosk(), kept.appointment().id());
        entry.ifPresent(each -> each.cancelled(Is.PERHAPS));
        var _ = kiosk.centre()
                .appointments()
                .cancel(kept.appointment().id(), Optional.empty())
                .thenAccept(done -> {
                    if (life.isOn()) {
                        stage.answered(step, done ? "已取消预约" : "没有保存成功");
                        if (done) {
                            entry.ifPresent(each -> each.cancelled(Is.YES));
                        }
                    }
                });
    }

    /// What was written there may be gone with its disk.
    @Override
    public void lost(int kiosk) {
        diary.lost(kiosk % Troubles.CLONES);
    }

    /// What is not as it must be when all have met.
    @Override
    public List<String> met() {
        var wrong = new ArrayList<String>();
        for (int site = 0; site < (stage.kiosks().size() + 1) / 2; site++) {
            var centre = Plain.centre(site, stage.kiosks().size());
            for (var row : Pages.appointments(stage.street(), "site-" + site)) {
                diary.differs(row.id(), row.made(), row.came())
                        .ifPresent(words -> wrong.add("at " + centre + " " + words + " on " + row.day()));
            }
        }
        for (int i = 0; i < stage.kiosks().size(); i++) {
            int number = i;
            stage.kiosks().get(i).with(kiosk -> listed(number, kiosk, wrong));
        }
        return wrong;
    }

    /// What stands on a kiosk's own list of today.
    private void listed(int number, KioskMachine kiosk, List<String> wrong) {
        var today = Activities.day(
                Math.toIntExact(Duration.ofNanos(stage.world().now()).toDays()));
        var list = kiosk.centre().appointments().today();
        for (var entry : diary.of(number, today)) {
            var kept = list.stream()
                    .filter(each ->
                            entry.id().filter(each.appointment().id()::equals).isPresent())
                    .findFirst();
            if (kept.isEmpty() && centres.isSure(number)) {
                wrong.add(Plain.kiosk(number) + " does not know any more an appointment that it made for today");
            }
            kept.filter(each -> entry.came() == Is.YES && each.standing() != Standing.ARRIVED)
                    .ifPresent(each -> wrong.add("somebody came for their appointment at "
                            + each.appointment().at() + ", and " + Plain.kiosk(number) + " does not say so"));
        }
    }
}
