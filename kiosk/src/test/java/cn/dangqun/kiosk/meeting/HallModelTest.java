package cn.dangqun.kiosk.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.ui.HandMovedTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HallModelTest {
    private final HandMovedTime time = new HandMovedTime(Samples.NOW);
    private final FakeMeetings desk = new FakeMeetings();
    private final HallModel hall = new HallModel(desk, desk.projector, time, Runnable::run);

    @BeforeEach
    void show() {
        desk.projector.there = true;
        hall.show(desk.view(Samples.MEETING.id()).orElseThrow());
    }

    @Test
    void followsTheSessionWhileStaffAreElsewhere() {
        desk.recorded(new SessionFact.ItemSet(
                Samples.MEETING.id(), 1, AgendaKind.RESOLUTION, "议题", Optional.empty(), "staff-1"));

        time.pass(HallModel.FRESH);

        assertEquals(1, hall.view().get().orElseThrow().record().agenda().size());
        assertTrue(desk.projector.shown.isPresent());
    }

    @Test
    void endsAWhileAfterTheSession() {
        desk.recorded(new SessionFact.Closed(Samples.MEETING.id(), Optional.of("staff-1")));

        time.pass(HallModel.FRESH);
        assertTrue(hall.shows(Samples.MEETING.id()), "the end is read");
        time.pass(HallModel.LAST_LOOK);

        assertFalse(hall.shows(Samples.MEETING.id()));
        assertTrue(desk.projector.shown.isEmpty());
    }

    @Test
    void staysWhenASessionIsOpenedAgainInTheMeantime() {
        desk.recorded(new SessionFact.Closed(Samples.MEETING.id(), Optional.of("staff-1")));
        time.pass(HallModel.FRESH);
        desk.recorded();

        time.pass(HallModel.LAST_LOOK);

        assertTrue(hall.shows(Samples.MEETING.id()));
    }

    @Test
    void keepsNothingForADisplayThatWasUnplugged() {
        desk.projector.there = false;

        time.pass(HallModel.FRESH);

        assertFalse(hall.shows(Samples.MEETING.id()));
        assertTrue(hall.view().get().isEmpty());
    }

    @Test
    void readsNothingOnceItIsTakenDown() {
        hall.takeDown();
        desk.projector.there = true;

        time.pass(HallModel.LAST_LOOK);

        assertTrue(hall.view().get().isEmpty());
    }
}
