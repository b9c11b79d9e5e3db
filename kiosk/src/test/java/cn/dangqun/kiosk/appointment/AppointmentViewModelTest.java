package cn.dangqun.kiosk.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.dangqun.kiosk.queue.FakeQueue;
import cn.dangqun.kiosk.queue.QueueStreet;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.ui.HandMovedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Codes and second thoughts, as a finger goes.
class AppointmentViewModelTest {
    private final FakeAppointments appointments = new FakeAppointments(new FakeQueue());
    private AppointmentViewModel model;

    @BeforeEach
    void open() {
        appointments.reset();
        model = new AppointmentViewModel(
                appointments.services(), new HandMovedTime(Samples.NOW), Runnable::run, () -> {});
        model.open();
    }

    private AppointmentState now() {
        return model.state().get();
    }

    private void look(String code) {
        model.startTyping();
        code.chars().forEach(each -> model.type(Character.toString(each)));
        model.look();
    }

    @Test
    void cancelsOnlyWhatIsAskedForTwice() {
        look(FakeAppointments.CODE.digits());

        model.cancelSurely();
        assertInstanceOf(AppointmentState.Found.class, now());
        model.cancel();
        assertInstanceOf(AppointmentState.Cancelling.class, now());
        model.stay();
        assertInstanceOf(AppointmentState.Found.class, now());
        assertEquals(0, appointments.cancelled);
        model.cancel();
        model.cancelSurely();
        assertInstanceOf(AppointmentState.Cancelled.class, now());
        assertEquals(1, appointments.cancelled);
    }

    @Test
    void asksNothingOfWhomTheDayWasCalledOffFor() {
        appointments.calledOff = Optional.of("外出开会");
        look(FakeAppointments.CODE.digits());

        model.cancel();

        assertInstanceOf(AppointmentState.Found.class, now());
        model.days();
        assertInstanceOf(AppointmentState.Days.class, now());
    }

    @Test
    void asksForTheServiceFirstWhereThereAreSeveral() {
        var one = assertInstanceOf(AppointmentState.Days.class, now());
        assertFalse(one.others());
        appointments.offerAnotherService();

        model.open();
        assertInstanceOf(AppointmentState.Services.class, now());
        model.choose(QueueStreet.CARE.id());
        var days = assertInstanceOf(AppointmentState.Days.class, now());
        assertEquals(
                List.of("5"),
                days.offers().offers().stream().map(each -> each.day().id()).toList());
        model.choose(days.offers().offers().getFirst());
        model.days();
        assertEquals(days, now(), "another day is one of the same service");
        model.services();
        assertInstanceOf(AppointmentState.Services.class, now());
    }

    @Test
    void aPauseOutlastsTheVisit() {
        Instant until = Samples.NOW.plus(Duration.ofMinutes(9));
        look("000000");
        assertEquals(new AppointmentState.Typing("", true), now());
        appointments.paused = Optional.of(until);

        model.leave();
        model.open();
        look("000000");

        assertEquals(new AppointmentState.Refused(until), now());
    }
}
