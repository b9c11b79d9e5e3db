package cn.dangqun.kiosk.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.kiosk.place.Readers;
import cn.dangqun.kiosk.shell.FakeServices;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.shell.Scenes;
import cn.dangqun.kiosk.sync.SyncStatus.RefusalReason;
import cn.dangqun.kiosk.ui.HandMovedTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeadViewModelTest {
    private final HandMovedTime time = new HandMovedTime(Samples.NOW);
    private final FakeServices services = new FakeServices();
    private final LeadViewModel model = new LeadViewModel(
            services.plan(),
            services.syncMonitor(),
            new ReadersToday(services.deviceBoard(), false),
            time,
            Runnable::run);
    private final LeadingActivity lead = new LeadingActivity(model);

    @BeforeEach
    void ordinaryDay() {
        Scenes.ordinaryDay(services);
    }

    @Test
    void letsAnOpenCheckInLeadAndInvite() {
        assertEquals(new LeadState.Loading(), model.state().get());
        assertFalse(lead.invites().get());

        lead.refresh();

        assertEquals(new LeadState.Open(List.of(Samples.open())), model.state().get());
        assertTrue(lead.invites().get());
    }

    @Test
    void showsAPlanAsSoonAsTheStreetHasSentIt() {
        services.activities = List.of();
        lead.refresh();

        services.planArrives(List.of(Samples.open()));

        assertEquals(new LeadState.Open(List.of(Samples.open())), model.state().get());
    }

    @Test
    void letsTheNextActivityLeadUntilItOpens() {
        services.activities = List.of(Samples.closed(), Samples.upcoming(), Samples.evening());

        lead.refresh();

        assertEquals(new LeadState.Next(Samples.upcoming()), model.state().get());
        assertFalse(lead.invites().get());
    }

    @Test
    void tellsADayThatIsOverFromOneWithoutActivities() {
        services.activities = List.of(Samples.closed());
        lead.refresh();
        assertEquals(new LeadState.Over(), model.state().get());

        services.activities = List.of();
        lead.refresh();
        assertEquals(new LeadState.Nothing(), model.state().get());
    }

    @Test
    void invitesNobodyToAKioskThatTheStreetHasRevoked() {
        lead.refresh();

        services.sync(Scenes.refused(RefusalReason.REVOKED));
        assertEquals(new LeadState.Revoked(), model.state().get());
        assertFalse(lead.invites().get());

        services.sync(Scenes.linked(0, Duration.ZERO));
        assertTrue(lead.invites().get());
    }

    @Test
    void invitesToWhatCanBeReadNow() {
        lead.refresh();
        for (boolean reader : new boolean[] {true, false}) {
            for (boolean scanner : new boolean[] {true, false}) {
                services.devices(Samples.readers(reader, scanner));
                assertEquals(new Readers(reader, scanner), lead.readers().get());
            }
        }
        assertTrue(lead.invites().get());
    }

    @Test
    void saysWhenThePlanCannotBeRead() {
        services.activities = null;

        lead.refresh();

        assertEquals(new LeadState.Unreadable(), model.state().get());
    }

    /// Whether anything is planned today follows from the clock (F-74).
    @Test
    void saysThatTheTimeMustBeCheckedInsteadOfWhatTheClockMakesOfTheDay() {
        services.quality = cn.dangqun.domain.fact.ClockQuality.DOUBTFUL;
        for (var day : List.of(List.<ActivityToday>of(), List.of(Samples.closed()), List.of(Samples.upcoming()))) {
            services.activities = day;
            model.refresh();
            assertEquals(new LeadState.ClockInDoubt(), model.state().get());
        }

        services.activities = List.of(Samples.open());
        model.refresh();
        assertEquals(new LeadState.Open(List.of(Samples.open())), model.state().get());
    }
}
