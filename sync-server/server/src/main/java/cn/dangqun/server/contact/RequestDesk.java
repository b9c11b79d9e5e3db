package cn.dangqun.server.contact;

import cn.dangqun.domain.fact.RequestFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestState.Taken;
import cn.dangqun.domain.request.RequestStep;
import cn.dangqun.protocol.ResidentNote;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.contact.ContactReader.Request;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Viewer;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Enters requests and visits, and takes them a step further: a fact of the street's own and the record of who did it,
/// in one commit. Blocks.
record RequestDesk(Database database, StreetLedger street, Times times, SecureRandom random) {
    private static final int ID_BYTES = 8;

    /// What somebody entered. `answer` closes it at once.
    record Entry(
            RequestKind kind,
            OrganizationId organization,
            Optional<ServiceId> service,
            LocalDate day,
            Optional<LocalDate> due,
            Answerer responder,
            ResidentNote resident,
            String answer) {
        @Override
        public String toString() {
            return "Entry[" + kind + "]";
        }
    }

    record Act(RequestStep step, Optional<LocalDate> due, Optional<Answerer> handler, String words) {
        @Override
        public String toString() {
            return "Act[" + step + "]";
        }
    }

    enum Outcome {
        DONE,
        /// Somebody else did something meanwhile: the step does not fit any more
        STANDS,
        /// It is somebody else's to do
        NOT_YOURS,
        /// Nobody of that name could answer for it
        NO_HANDLER,
        GONE
    }

    /// Whether whoever answers for it, had it first or was asked to take it is the viewer; what people on duty
    /// answer for, who have no account, is their own organisation's; what the street was asked to see to is the
    /// street's as well.
    static boolean isOf(Request request, Viewer viewer) {
        var own = Answerer.account(viewer.login());
        var state = request.state();
        return viewer.may(Permission.HANDLE_REQUESTS)
                && (own.equals(state.answers())
                        || own.equals(request.responder())
                        || state.offered().filter(own::equals).isPresent()
                        || (state.answers().isStaff() && actsForStaff(request, viewer))
                        || (state.escalated() && viewer.scope().top().isEmpty()));
    }

    /// Accounts of the whole street act for nobody of a community.
    private static boolean actsForStaff(Request request, Viewer viewer) {
        return request.ofStreet() || viewer.scope().top().isPresent();
    }

    /// Empty when the responder is nobody who could answer for it.
    Optional<String> file(Entry entry, Actor actor) {
        return database.write((handle, changes) -> file(handle, changes, entry, actor));
    }

    /// The same in a caller's write.
    Optional<String> file(Handle handle, ChangeLog changes, Entry entry, Actor actor) {
        if (!new Answerers(handle).isAround(entry.organization(), entry.responder())) {
            return Optional.empty();
        }
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        street.append(
                handle,
                changes,
                new RequestFact.Filed(
                        id,
                        entry.kind(),
                        entry.organization(),
                        entry.service(),
                        Optional.empty(),
                        entry.day(),
                        entry.due().or(() -> promised(handle, entry)),
                        entry.responder(),
                        sealed(handle, entry.resident())));
        actor.note(handle, times.now(), Action.REQUEST_FILED, id);
        if (!entry.answer().isEmpty()) {
            var done = new Act(RequestStep.DONE, Optional.empty(), Optional.empty(), entry.answer());
            append(handle, changes, id, done, actor);
        }
        return Optional.of(id);
    }

    /// As the catalogue says, from the day on which somebody came.
    private static Optional<LocalDate> promised(Handle handle, Entry entry) {
        return entry.service()
                .flatMap(service -> new Entries(handle).service(service.value()))
                .map(each -> each.service().limitDays())
                .filter(days -> days.isPresent())
                .map(days -> entry.day().plusDays(days.getAsInt()));
    }

    private Optional<SealedId> sealed(Handle handle, ResidentNote note) {
        return note.isEmpty() ? Optional.empty() : Optional.of(street.attach(handle, note.encode()));
    }

    private void append(Handle handle, ChangeLog changes, String id, Act act, Actor actor) {
        street.append(
                handle,
                changes,
                new RequestFact.Advanced(
                        id,
                        act.step(),
                        act.due(),
                        act.handler(),
                        sealed(handle, ResidentNote.words(act.words())),
                        Answerer.account(actor.login())));
        actor.note(handle, times.now(), Action.REQUEST_ADVANCED, id + " " + act.step());
    }

    Outcome advance(String id, Act act, Viewer viewer, Actor actor) {
        return database.write((handle, changes) -> {
            var found = new ContactReader(handle).find(id);
            if (found.isEmpty()) {
                return Outcome.GONE;
            }
            var request = found.get();
            if (!assigns(act.step(), viewer) && !mayTake(request, act.step(), viewer)) {
                return Outcome.NOT_YOURS;
            }
            if (act.handler()
                    .filter(each -> !new Answerers(handle).isAround(request.organization(), each))
                    .isPresent()) {
                return Outcome.NO_HANDLER;
            }
            if (request.state()
                    .after(new Taken(act.step(), act.handler(), act.due(), times.now()))
                    .isEmpty()) {
                return Outcome.STANDS;
            }
            append(handle, changes, id, act, actor);
            return Outcome.DONE;
        });
    }

    /// The street hands over what others have.
    static boolean assigns(RequestStep step, Viewer viewer) {
        return step == RequestStep.TRANSFERRED
                && viewer.may(Permission.HANDLE_REQUESTS)
                && viewer.scope().top().isEmpty();
    }

    /// Only whoever was asked accepts or declines a handover; for people on duty, who have no account, their
    /// centre's account does.
    static boolean mayTake(Request request, RequestStep step, Viewer viewer) {
        var own = Answerer.account(viewer.login());
        var offered = request.state().offered();
        boolean answersOffer = offered.isPresent() && (step == RequestStep.ACCEPTED || step == RequestStep.DECLINED);
        return answersOffer
                ? viewer.may(Permission.HANDLE_REQUESTS)
                        && offered.filter(each -> each.equals(own) || (each.isStaff() && actsForStaff(request, viewer)))
                                .isPresent()
                : isOf(request, viewer);
    }
}
