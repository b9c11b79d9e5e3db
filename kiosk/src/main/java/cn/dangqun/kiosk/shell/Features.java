package cn.dangqun.kiosk.shell;

import cn.dangqun.devices.api.SignalLight;
import cn.dangqun.devices.api.Voice;
import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.kiosk.activity.ActivityFeature;
import cn.dangqun.kiosk.appointment.AppointmentFeature;
import cn.dangqun.kiosk.appointment.AppointmentProjection;
import cn.dangqun.kiosk.calendar.CalendarFeature;
import cn.dangqun.kiosk.card.CardFeature;
import cn.dangqun.kiosk.checkin.CheckInFeature;
import cn.dangqun.kiosk.enrolment.EnrolmentFeature;
import cn.dangqun.kiosk.guest.GuestFeature;
import cn.dangqun.kiosk.guide.GuideFeature;
import cn.dangqun.kiosk.help.HelpFeature;
import cn.dangqun.kiosk.ledger.Projection;
import cn.dangqun.kiosk.meeting.MeetingFeature;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.print.PrintFeature;
import cn.dangqun.kiosk.privacy.PrivacyFeature;
import cn.dangqun.kiosk.queue.QueueFeature;
import cn.dangqun.kiosk.request.RequestFeature;
import cn.dangqun.kiosk.roll.RollFeature;
import cn.dangqun.kiosk.scan.ScanFeature;
import cn.dangqun.kiosk.staff.StaffFeature;
import cn.dangqun.kiosk.voice.Feedback;
import cn.dangqun.kiosk.wall.WallFeature;
import cn.dangqun.kiosk.window.WindowFeature;
import java.util.List;
import java.util.stream.Stream;

/// The one list of what this kiosk can do, in the order of the tiles, and the only place that knows every feature.
/// `all` is the whole; the others are named for who runs a kiosk without its screens.
public record Features(
        CheckInFeature checkIn, ActivityFeature activities, StaffFeature staff, CardFeature cards, List<Feature> all)
        implements AutoCloseable {
    /// Everything the facts are read into.
    public static final List<Projection> PROJECTIONS = Stream.of(
                    ActivityFeature.projections(),
                    QueueFeature.projections(),
                    AppointmentFeature.projections(),
                    RequestFeature.projections())
            .flatMap(List::stream)
            .toList();

    public Features {
        all = List.copyOf(all);
    }

    static Features open(KioskParts parts) {
        var devices = parts.devices();
        var feedback = new Feedback(() -> devices.running(SignalLight.class), () -> devices.running(Voice.class));
        var checkIn = CheckInFeature.open(parts, feedback);
        var activities = ActivityFeature.open(parts);
        var cards = CardFeature.open(parts);
        var print = PrintFeature.open(parts);
        var scan = ScanFeature.open(parts);
        var guests = GuestFeature.open(parts);
        var staff = StaffFeature.open(parts, activities.today());
        var queue = QueueFeature.open(parts, AppointmentProjection::kept);
        var requests = RequestFeature.open(parts);
        var appointments = AppointmentFeature.open(parts, queue.services());
        return new Features(
                checkIn,
                activities,
                staff,
                cards,
                List.of(
                        checkIn,
                        RollFeature.open(parts, print.tray(), scan.tray(), guests.tray()),
                        MeetingFeature.open(parts, print.tray()),
                        WallFeature.open(parts),
                        queue,
                        appointments,
                        GuideFeature.open(parts),
                        requests,
                        activities,
                        CalendarFeature.open(parts),
                        new HelpFeature(staff.desk()),
                        new PrivacyFeature(),
                        staff,
                        cards,
                        print,
                        scan,
                        guests,
                        WindowFeature.open(
                                parts, queue.services(), requests.services(), appointments.services(), staff.desk()),
                        EnrolmentFeature.open(parts)));
    }

    /// The street has told how an activity stands there. On any thread.
    void counted(StreetCount count) {
        activities.counts().accept(count);
    }

    @Override
    public void close() {
        all.forEach(Feature::close);
    }
}
