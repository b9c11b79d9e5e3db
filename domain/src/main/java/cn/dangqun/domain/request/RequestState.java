package cn.dangqun.domain.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// How a request stands. Somebody answers for it from the first contact on (首问负责, R-140): a handover changes that
/// only once it was accepted.
///
/// @param offered to whom it was handed over, who has not said anything yet
/// @param closed when it was closed; empty while it is open
/// @param escalated whether the street was asked to see to it
public record RequestState(
        RequestStage stage,
        Answerer answers,
        Optional<Answerer> offered,
        Optional<LocalDate> due,
        Optional<Instant> closed,
        int reopened,
        boolean escalated) {

    public static RequestState filed(Answerer responder, Optional<LocalDate> due) {
        return new RequestState(RequestStage.FILED, responder, Optional.empty(), due, Optional.empty(), 0, false);
    }

    /// A step at `at`. `to` is whom it is handed over to, `newDue` until when it is to be done from now on.
    public record Taken(RequestStep step, Optional<Answerer> to, Optional<LocalDate> newDue, Instant at) {}

    /// Empty when the step does not fit how it stands, as when two people act at once: then nothing changes.
    public Optional<RequestState> after(Taken taken) {
        if (!taken.step().isDone()) {
            return Optional.of(this);
        }
        if (stage.isClosed() != (taken.step() == RequestStep.REOPENED)) {
            return Optional.empty();
        }
        var next = switch (taken.step()) {
            case ACCEPTED -> accepted();
            case IN_PROGRESS -> Optional.of(at(RequestStage.IN_PROGRESS));
            case WAITING_MATERIAL -> Optional.of(at(RequestStage.WAITING_MATERIAL));
            case TRANSFERRED ->
                taken.to().filter(each -> !each.equals(answers)).map(each -> offering(Optional.of(each)));
            case DECLINED -> offered.map(each -> offering(Optional.empty()));
            case DONE -> Optional.of(closedAs(RequestStage.DONE, taken.at()));
            case WITHDRAWN -> Optional.of(closedAs(RequestStage.WITHDRAWN, taken.at()));
            case REFUSED -> Optional.of(closedAs(RequestStage.REFUSED, taken.at()));
            case REOPENED ->
                Optional.of(new RequestState(
                        RequestStage.IN_PROGRESS,
                        answers,
                        Optional.empty(),
                        due,
                        Optional.empty(),
                        reopened + 1,
                        escalated));
            case OPENED -> Optional.of(this);
            case ESCALATED ->
                escalated
                        ? Optional.<RequestState>empty()
                        : Optional.of(new RequestState(stage, answers, offered, due, closed, reopened, true));
        };
        return next.map(each -> taken.newDue().map(each::until).orElse(each));
    }

    /// Whoever it was handed over to answers from now on; without a handover it is taken up by who has it.
    private Optional<RequestState> accepted() {
        if (offered.isEmpty() && stage != RequestStage.FILED) {
            return Optional.empty();
        }
        return Optional.of(new RequestState(
                stage == RequestStage.FILED ? RequestStage.ACCEPTED : stage,
                offered.orElse(answers),
                Optional.empty(),
                due,
                closed,
                reopened,
                escalated));
    }

    private RequestState at(RequestStage other) {
        return new RequestState(other, answers, offered, due, closed, reopened, escalated);
    }

    private RequestState offering(Optional<Answerer> to) {
        return new RequestState(stage, answers, to, due, closed, reopened, escalated);
    }

    private RequestState closedAs(RequestStage end, Instant when) {
        return new RequestState(end, answers, Optional.empty(), due, Optional.of(when), reopened, escalated);
    }

    private RequestState until(LocalDate day) {
        return new RequestState(stage, answers, offered, Optional.of(day), closed, reopened, escalated);
    }

    /// It should be done by now.
    public boolean isOverdue(LocalDate today) {
        return !stage.isClosed() && due.filter(today::isAfter).isPresent();
    }
}
