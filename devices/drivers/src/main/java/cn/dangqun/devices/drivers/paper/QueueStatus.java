package cn.dangqun.devices.drivers.paper;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a queue says of itself and its printer (RFC 8011, sections 5.4.11 to 5.4.13 and 5.4.24).
record QueueStatus(boolean isStopped, boolean isAccepting, Set<String> reasons) {
    private static final int STOPPED = 5;
    private static final List<String> SEVERITIES = List.of("-error", "-warning", "-report");

    QueueStatus {
        reasons = Set.copyOf(reasons);
    }

    static QueueStatus of(IppResponse answer) {
        return new QueueStatus(
                answer.number("printer-state") == STOPPED,
                !answer.first("printer-is-accepting-jobs")
                        .filter("false"::equals)
                        .isPresent(),
                Set.copyOf(answer.all("printer-state-reasons")));
    }

    /// Why nothing can be printed now; what a person can mend comes first. Being out of reach is none: a queue
    /// finds out with the next job.
    Optional<DeviceFault> fault() {
        if (has("media-empty") || has("media-needed")) {
            return fault(Kind.PAPER_OUT, "out of paper");
        }
        if (has("cover-open") || has("door-open") || has("interlock-open")) {
            return fault(Kind.COVER_OPEN, "a cover is open");
        }
        if (has("media-jam")) {
            return fault(Kind.REFUSED, "paper is jammed");
        }
        if (has("toner-empty") || has("marker-supply-empty")) {
            return fault(Kind.REFUSED, "out of toner or ink");
        }
        if (has("spool-area-full")) {
            return fault(Kind.FULL, "the queue has no room");
        }
        if (isStopped || has("paused")) {
            return fault(Kind.REFUSED, "the queue is stopped");
        }
        return isAccepting ? Optional.empty() : fault(Kind.REFUSED, "the queue takes no jobs");
    }

    /// Why a job that the queue has waits.
    Optional<DeviceFault> holdUp() {
        return fault().or(
                        () -> isOutOfReach() ? fault(Kind.NO_ANSWER, "the printer is out of reach") : Optional.empty());
    }

    /// Prints, and should be looked at.
    Optional<String> attention() {
        if (isOutOfReach()) {
            return Optional.of("the printer was out of reach");
        }
        return has("media-low") || has("toner-low") || has("marker-supply-low")
                ? Optional.of("paper or toner is low")
                : Optional.empty();
    }

    private boolean isOutOfReach() {
        return has("offline") || has("timed-out") || has("shutdown");
    }

    private boolean has(String reason) {
        return reasons.contains(reason)
                || SEVERITIES.stream().anyMatch(severity -> reasons.contains(reason + severity));
    }

    private static Optional<DeviceFault> fault(Kind kind, String detail) {
        return Optional.of(new DeviceFault(kind, detail));
    }
}
