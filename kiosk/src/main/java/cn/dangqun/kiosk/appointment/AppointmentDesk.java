package cn.dangqun.kiosk.appointment;

import cn.dangqun.domain.queue.Appointment;
import cn.dangqun.domain.queue.Appointment.Standing;
import cn.dangqun.domain.queue.AppointmentCode;
import cn.dangqun.domain.queue.AppointmentId;
import cn.dangqun.kiosk.queue.Slip;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Keeps places and lets in who kept one. Futures come on any thread and never fail; the other methods wait for the
/// disk and throw [java.io.UncheckedIOException] when it fails.
public interface AppointmentDesk {
    /// What one may make an appointment for from now on.
    Offers offers();

    /// Of today, earliest first; what was cancelled, too.
    List<Kept> today();

    /// From today on. Who types too many codes that nobody has is told nothing for a while.
    FindOutcome find(AppointmentCode code);

    /// `staff` is who makes it for a caller.
    CompletableFuture<MakeOutcome> make(String plan, LocalTime at, Optional<String> staff);

    /// Gives out the number. Looks at the disk first: call from a background thread.
    CompletableFuture<ArriveOutcome> arrive(AppointmentId appointment);

    /// False when it could not be saved.
    CompletableFuture<Boolean> cancel(AppointmentId appointment, Optional<String> staff);

    /// An appointment as its person is told of it. `calledOff` is why the day does not take place; `number` what they
    /// were called with, once they came.
    record Kept(
            Appointment appointment,
            String service,
            String host,
            Standing standing,
            Optional<String> calledOff,
            Optional<String> number) {
        /// Whether nobody has come or cancelled it yet, and its day takes place.
        public boolean isOpen() {
            return calledOff.isEmpty() && (standing == Standing.DUE || standing == Standing.TOO_EARLY);
        }

        /// Why it will not be, for those whom that still concerns: who has come or cancelled it is told that.
        public Optional<String> off() {
            return standing == Standing.ARRIVED || standing == Standing.CANCELLED ? Optional.empty() : calledOff;
        }
    }

    /// Earliest first. `elsewhere`: another kiosk of the centre keeps its queue, and its appointments.
    record Offers(List<AppointmentOffer> offers, boolean elsewhere) {
        public Offers {
            offers = List.copyOf(offers);
        }
    }

    sealed interface FindOutcome {
        record Found(Kept kept) implements FindOutcome {}

        record Unknown() implements FindOutcome {}

        record Paused(Instant until) implements FindOutcome {}
    }

    sealed interface MakeOutcome {
        record Made(Kept kept) implements MakeOutcome {}

        /// Somebody else was quicker, or the time has come.
        record Gone() implements MakeOutcome {}

        record NotSaved() implements MakeOutcome {}

        /// The street has revoked this kiosk, or its reference is too old.
        record Sealed() implements MakeOutcome {}
    }

    sealed interface ArriveOutcome {
        record Here(Slip slip) implements ArriveOutcome {}

        /// It is not the time, or somebody has pressed before: it stands so now.
        record Otherwise(Kept kept) implements ArriveOutcome {}

        /// No number is left, or none can be given out.
        record NoNumber() implements ArriveOutcome {}

        record NotSaved() implements ArriveOutcome {}
    }
}
