package cn.dangqun.kiosk.request;

import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStanding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What 诉求 shows.
sealed interface FilingState {
    /// What for, or how one stands?
    record Choosing() implements FilingState {}

    /// About which service? `services` is not empty.
    record Services(RequestKind kind, List<ServiceItem> services) implements FilingState {
        public Services {
            services = List.copyOf(services);
        }
    }

    /// `typed`: digits so far; `wrong`: they were confirmed and are no telephone number.
    record Phone(RequestKind kind, Optional<ServiceItem> service, String typed, boolean wrong) implements FilingState {}

    /// Everything is there. `phone` is empty for who stays anonymous.
    record Confirming(RequestKind kind, Optional<ServiceItem> service, String phone, RequestOffer offer)
            implements FilingState {}

    record Working() implements FilingState {}

    /// It is on the disk. `paper` is empty while the printer works.
    record Filed(Receipt receipt, Optional<Handover> paper) implements FilingState {}

    /// Nothing was filed.
    record Sorry(Reason why) implements FilingState {}

    enum Reason {
        NOT_SAVED,
        SEALED,
        NOBODY,
        UNREADABLE
    }

    /// Which number?
    record Asking(String typed, Remark said) implements FilingState {}

    sealed interface Remark {
        record None() implements Remark {}

        /// Too few digits, or a wrong one
        record Wrong() implements Remark {}

        record Unknown(Optional<Instant> contact) implements Remark {}

        record Paused(Instant until) implements Remark {}
    }

    /// How it stands. `said`: what came of rating it just now
    record Standing(RequestStanding request, Optional<RateOutcome> said) implements FilingState {}
}
