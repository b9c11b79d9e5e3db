package cn.dangqun.domain.fact;

import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketId;
import java.time.LocalDate;
import java.util.Optional;

/// Requests of residents and members that somebody answers for. A request is named by its own id, so
/// facts that are carried over stay true as they are; nothing in them says who asked but a sealed attachment.
public sealed interface RequestFact extends Fact {
    /// Drawn when it is filed, 16 hex digits.
    String request();

    /// `responder` is the first responder (首问负责, OQ-34); `applicant` holds name, phone and what was said.
    record Filed(
            String request,
            ServiceId service,
            Optional<TicketId> ticket,
            String responder,
            Optional<SealedId> applicant)
            implements RequestFact {
        public Filed {
            check(request);
            if (responder.isBlank()) {
                throw new IllegalArgumentException("every request has a first responder");
            }
        }
    }

    /// Somebody took it a step further, or handed it over to `handler`.
    record Advanced(String request, Stage stage, Optional<LocalDate> due, Optional<String> handler, Handling by)
            implements RequestFact {
        public Advanced {
            check(request);
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

    /// RULES §2, ServiceRequest.
    enum Stage {
        ACCEPTED,
        IN_PROGRESS,
        WAITING_MATERIAL,
        TRANSFERRED,
        DONE,
        WITHDRAWN,
        REFUSED
    }

    private static void check(String request) {
        if (!request.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("a request id has 16 hex digits");
        }
    }
}
