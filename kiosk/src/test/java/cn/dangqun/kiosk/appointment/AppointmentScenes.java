package cn.dangqun.kiosk.appointment;

import cn.dangqun.domain.queue.Appointment.Standing;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.kiosk.appointment.AppointmentDesk.ArriveOutcome;
import cn.dangqun.kiosk.appointment.AppointmentDesk.MakeOutcome;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.queue.QueueStreet;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.shell.TestKiosk;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// 预约 in every state.
public final class AppointmentScenes {
    private final BiConsumer<String, Consumer<TestKiosk>> all;

    private AppointmentScenes(BiConsumer<String, Consumer<TestKiosk>> all) {
        this.all = all;
    }

    public static void addTo(BiConsumer<String, Consumer<TestKiosk>> all) {
        var scenes = new AppointmentScenes(all);
        scenes.choosing();
        scenes.making();
        scenes.arriving();
    }

    private void scene(String name, Consumer<TestKiosk> steps) {
        all.accept("appointment-" + name, steps);
    }

    private void choosing() {
        scene("days", AppointmentScenes::enter);
        scene("services", kiosk -> {
            kiosk.services.appointments.offerAnotherService();
            enter(kiosk);
        });
        scene("days-of-one", kiosk -> {
            kiosk.services.appointments.offerAnotherService();
            enter(kiosk);
            model(kiosk).choose(QueueStreet.ADVICE.id());
        });
        scene("none", kiosk -> {
            kiosk.services.appointments.offers = List.of();
            enter(kiosk);
        });
        scene("elsewhere", kiosk -> {
            kiosk.services.appointments.offers = List.of();
            kiosk.services.appointments.elsewhere = true;
            enter(kiosk);
        });
        scene("unreadable", kiosk -> {
            kiosk.services.appointments.broken = true;
            enter(kiosk);
        });
        scene("times", AppointmentScenes::times);
        scene("ask", kiosk -> {
            times(kiosk);
            model(kiosk).choose(LocalTime.of(14, 20));
        });
    }

    private void making() {
        scene("made", AppointmentScenes::make);
        scene("made-printing", kiosk -> {
            kiosk.services.appointments.printing = true;
            make(kiosk);
        });
        scene("made-shown", kiosk -> {
            kiosk.services.appointments.handover = Handover.SHOWN;
            make(kiosk);
        });
        refused("gone", new MakeOutcome.Gone());
        refused("not-saved", new MakeOutcome.NotSaved());
        refused("sealed", new MakeOutcome.Sealed());
    }

    private void refused(String name, MakeOutcome outcome) {
        scene(name, kiosk -> {
            kiosk.services.appointments.made = Optional.of(outcome);
            make(kiosk);
        });
    }

    private void arriving() {
        scene("typing", kiosk -> {
            enter(kiosk);
            model(kiosk).startTyping();
            type(kiosk, "2048");
        });
        scene("unknown", kiosk -> {
            enter(kiosk);
            miss(kiosk);
        });
        scene("refused", kiosk -> {
            kiosk.services.appointments.paused = Optional.of(Samples.NOW.plus(Duration.ofMinutes(9)));
            enter(kiosk);
            miss(kiosk);
        });
        for (var standing : Standing.values()) {
            scene("found-" + standing.name().toLowerCase(java.util.Locale.ROOT), kiosk -> {
                kiosk.services.appointments.standing = standing;
                find(kiosk);
            });
        }
        scene("called-off", kiosk -> {
            kiosk.services.appointments.calledOff = Optional.of("党代表外出开会，改在下周三下午");
            find(kiosk);
        });
        scene("here", kiosk -> {
            find(kiosk);
            model(kiosk).arrive();
        });
        scene("no-number", kiosk -> {
            kiosk.services.appointments.arrived = Optional.of(new ArriveOutcome.NoNumber());
            find(kiosk);
            model(kiosk).arrive();
        });
        scene("cancel-ask", kiosk -> {
            find(kiosk);
            model(kiosk).cancel();
        });
        scene("cancelled", kiosk -> {
            find(kiosk);
            model(kiosk).cancel();
            model(kiosk).cancelSurely();
        });
    }

    private static void enter(TestKiosk kiosk) {
        kiosk.shell().go(Ways.APPOINTMENTS);
    }

    private static void times(TestKiosk kiosk) {
        enter(kiosk);
        model(kiosk).choose(kiosk.services.appointments.offers.get(1));
    }

    private static void make(TestKiosk kiosk) {
        times(kiosk);
        model(kiosk).choose(LocalTime.of(14, 20));
        model(kiosk).keep();
    }

    private static void type(TestKiosk kiosk, String digits) {
        digits.chars().forEach(each -> model(kiosk).type(Character.toString(each)));
    }

    private static void miss(TestKiosk kiosk) {
        model(kiosk).startTyping();
        type(kiosk, "000000");
        model(kiosk).look();
    }

    private static void find(TestKiosk kiosk) {
        enter(kiosk);
        model(kiosk).startTyping();
        type(kiosk, FakeAppointments.CODE.digits());
        model(kiosk).look();
    }

    private static AppointmentViewModel model(TestKiosk kiosk) {
        return kiosk.services.place(AppointmentPlace.class).model();
    }
}
