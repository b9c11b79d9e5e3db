package cn.dangqun.kiosk.request;

import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.domain.request.RequestStep;
import cn.dangqun.protocol.ResidentNote;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/// What staff at the windows do with requests. `staff` is whoever is signed in. May be called from any thread;
/// futures never complete exceptionally.
public interface RequestWork {
    /// Those filed at this kiosk and those of this centre's register or staff; open ones by their due day first,
    /// then the closed ones, newest first. Reads the disk.
    ///
    /// @throws UncheckedIOException when the disk fails
    List<RequestStanding> here();

    /// @throws UncheckedIOException when the disk fails
    Optional<RequestStanding> one(String request);

    /// What this person may do with it as it stands; nothing with what is somebody else's.
    List<RequestStep> acts(RequestStanding standing, String staff);

    /// Whether this person may read who asked and what was said.
    ///
    /// @throws UncheckedIOException when the disk fails
    boolean mayOpen(RequestStanding standing, String staff);

    /// Who else could answer for it.
    List<RequestOffer.Responder> others(RequestStanding standing);

    /// `seen`: whether it still stands as it did when the page was drawn.
    CompletableFuture<WorkOutcome> advance(Act act, Predicate<RequestStanding> seen, String staff);

    /// `to` names somebody of the staff where it is handed over.
    record Act(String request, RequestStep step, Optional<String> to, String words) {
        @Override
        public String toString() {
            return "Act[" + step + "]";
        }
    }

    enum WorkOutcome {
        DONE,
        /// Somebody did something meanwhile
        STANDS,
        /// It is somebody else's to do
        NOT_YOURS,
        NOT_SAVED
    }

    /// Who asked and what was said, as far as this kiosk holds it; that this person looked is on the disk before.
    CompletableFuture<Opened> open(String request, String staff);

    sealed interface Opened {
        /// `said`: what was noted at this kiosk since, in the order of time. `resident` is empty where it was filed
        /// elsewhere, or anonymously
        record Words(Optional<ResidentNote> resident, List<String> said) implements Opened {
            public Words {
                said = List.copyOf(said);
            }

            @Override
            public String toString() {
                return "Words";
            }
        }

        /// The street has it, or it is forgotten
        record NotHere() implements Opened {}

        record NotYours() implements Opened {}

        record NotSaved() implements Opened {}
    }
}
