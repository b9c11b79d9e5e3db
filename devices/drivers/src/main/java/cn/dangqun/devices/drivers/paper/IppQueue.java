package cn.dangqun.devices.drivers.paper;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DocumentJob;
import cn.dangqun.devices.drivers.paper.IppRequest.Operation;

/// The three things that are asked of a queue. For one thread.
final class IppQueue {
    private static final String USER = "dangqun-kiosk";

    private final IppConnection connection;
    private int requests;

    IppQueue(IppConnection connection) {
        this.connection = connection;
    }

    /// What has become of a job (RFC 8011, section 5.3.7). `GONE`: the queue no longer knows it.
    enum JobState {
        WAITING,
        COMPLETED,
        ABORTED,
        CANCELLED,
        GONE
    }

    QueueStatus status() throws DeviceException {
        var answer = connection.ask(request(Operation.GET_PRINTER_ATTRIBUTES)
                .keyword(
                        "requested-attributes", "printer-state", "printer-state-reasons", "printer-is-accepting-jobs"));
        if (!answer.isSuccess()) {
            throw refused(answer);
        }
        return QueueStatus.of(answer);
    }

    /// Returns the queue's number of the job.
    ///
    /// @throws DeviceException when the queue says that it did not take it, or says nothing
    int print(DocumentJob job) throws DeviceException {
        var request = request(Operation.PRINT_JOB)
                .name("job-name", job.name())
                .type("document-format", "application/pdf")
                .job()
                .keyword("media", "iso_a4_210x297mm")
                .keyword("sides", "one-sided");
        var answer = connection.exchange(request, job.pdf());
        if (!answer.isSuccess()) {
            throw refused(answer);
        }
        int id = answer.number("job-id");
        if (id < 1) {
            throw new DeviceException(Kind.GARBLED, "a job without a number");
        }
        return id;
    }

    JobState state(int job) throws DeviceException {
        var answer = connection.ask(request(Operation.GET_JOB_ATTRIBUTES)
                .integer("job-id", job)
                .keyword("requested-attributes", "job-state"));
        if (answer.status() == IppResponse.NOT_FOUND) {
            return JobState.GONE;
        }
        if (!answer.isSuccess()) {
            throw refused(answer);
        }
        return switch (answer.number("job-state")) {
            case 9 -> JobState.COMPLETED;
            case 8 -> JobState.ABORTED;
            case 7 -> JobState.CANCELLED;
            default -> JobState.WAITING;
        };
    }

    private IppRequest request(Operation operation) {
        return new IppRequest(operation, ++requests, connection.name(), USER);
    }

    private static DeviceException refused(IppResponse answer) {
        return answer.status() == IppResponse.NOT_FOUND
                ? new DeviceException(Kind.NOT_FOUND, "no such queue")
                : new DeviceException(Kind.REFUSED, "IPP status 0x%04x".formatted(answer.status()));
    }
}
