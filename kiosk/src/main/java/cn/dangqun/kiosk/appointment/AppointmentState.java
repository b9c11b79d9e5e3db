package cn.dangqun.kiosk.appointment;

import cn.dangqun.domain.queue.Handover;
import cn.dangqun.kiosk.appointment.AppointmentDesk.Kept;
import cn.dangqun.kiosk.queue.Slip;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// What 预约 shows.
sealed interface AppointmentState {
    record Loading() implements AppointmentState {}

    record Unreadable() implements AppointmentState {}

    /// For which of several services? Of each there is a day.
    record Services(List<AppointmentOffer> offers) implements AppointmentState {
        public Services {
            offers = List.copyOf(offers);
        }
    }

    /// Which day? Empty while the street has published none, and where another kiosk keeps them. `others`: there are
    /// days for other services too.
    record Days(AppointmentDesk.Offers offers, boolean others) implements AppointmentState {}

    /// At what time?
    record Times(AppointmentOffer offer) implements AppointmentState {}

    /// Is that right?
    record Asking(AppointmentOffer offer, LocalTime at) implements AppointmentState {}

    record Working() implements AppointmentState {}

    /// Kept. `handover` is empty while the printer works.
    record Made(Kept kept, Optional<Handover> handover) implements AppointmentState {}

    /// Somebody else was quicker.
    record Gone() implements AppointmentState {}

    /// The code of whoever has come. `unknown`: nobody has the one typed before.
    record Typing(String digits, boolean unknown) implements AppointmentState {}

    /// Too many codes that nobody has, of this visitor or of others.
    record Refused(Instant until) implements AppointmentState {}

    record Found(Kept kept) implements AppointmentState {}

    /// Is it really not wanted any more?
    record Cancelling(Kept kept) implements AppointmentState {}

    /// The appointment is no more, as its person wished.
    record Cancelled(Kept kept) implements AppointmentState {}

    /// Their number. `handover` is empty while the printer works.
    record Here(Slip slip, Optional<Handover> handover) implements AppointmentState {}

    record NoNumber() implements AppointmentState {}

    record NotSaved() implements AppointmentState {}

    record Sealed() implements AppointmentState {}
}
