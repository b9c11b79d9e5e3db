package cn.dangqun.domain.fact;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStep;
import java.time.LocalDate;
import java.util.Optional;

/// Requests of residents and members that somebody answers for, and visits to them. A request
/// is named by its own id, so facts that are carried over stay true as they are; nothing in them says who asked or
/// what was said but sealed attachments.
public sealed interface RequestFact extends Fact {
    /// Drawn when it is filed, 16 hex digits.
    String request();

    /// `organization` is whose register it stands in; `day` when somebody came or was visited; `responder` the first
    /// responder (首问负责人, OQ-34); `applicant` holds name, phone, address and what was said.
    record Filed(
            String request,
            RequestKind kind,
            OrganizationId organization,
            Optional<ServiceId> service,
            Optional<TicketId> ticket,
            LocalDate day,
            Optional<LocalDate> due,
            Answerer responder,
            Optional<SealedId> applicant)
            implements RequestFact {
        public Filed {
            check(request);
        }
    }

    /// Somebody took it a step further, or handed it over to `handler`. `words` hold what was done or answered; `by` is
    /// who did it.
    record Advanced(
            String request,
            RequestStep step,
            Optional<LocalDate> due,
            Optional<Answerer> handler,
            Optional<SealedId> words,
            Answerer by)
            implements RequestFact {
        public Advanced {
            check(request);
            if ((step == RequestStep.TRANSFERRED) != handler.isPresent()) {
                throw new IllegalArgumentException("a handover, and nothing else, names somebody");
            }
        }
    }

    /// 满意度, 1 to 5.
    record Rated(String request, int stars) implements RequestFact {
        public Rated {
            check(request);
            if (stars < 1 || stars > 5) {
                throw new IllegalArgumentException("one to five stars");
            }
        }
    }

    private static void check(String request) {
        if (!request.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("a request id has 16 hex digits");
        }
    }
}
