package cn.dangqun.devices.selftest;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DocumentJob;
import cn.dangqun.devices.api.DocumentPrinter;
import cn.dangqun.devices.api.DocumentResult;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/// Prints a test page. A stick that is not plugged in is no fault: most of the time none is.
record PageProbe(StateProbe device, DocumentPrinter printer, LongSupplier nextJob) implements Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Override
    public Subject subject() {
        return device.subject();
    }

    @Override
    public ProbeResult run() throws InterruptedException {
        var state = device.run();
        if (state instanceof ProbeResult.Failed) {
            return state;
        }
        long number = nextJob.getAsLong();
        var job = new DocumentJob(
                number, ProbeText.bundle().getString("selftest.ticket.title"), new TestPage(number).pdf());
        try {
            return result(printer.print(job).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), state);
        } catch (TimeoutException e) {
            return doubtful(number);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a print job always ends with a result", e);
        }
    }

    private ProbeResult result(DocumentResult result, ProbeResult state) {
        return switch (result) {
            case DocumentResult.Printed _ -> state;
            case DocumentResult.Saved saved -> passed(ProbeText.of("selftest.note.saved", saved.file()));
            case DocumentResult.Queued queued ->
                queued.holdUp()
                        .map(this::failed)
                        .orElseGet(() -> passed(
                                ProbeText.of("selftest.note.queued", subject().name())));
            case DocumentResult.NotPrinted(var _, var fault) ->
                fault.kind() == DeviceFault.Kind.NOT_FOUND
                        ? new ProbeResult.Skipped(ProbeText.of("selftest.skipped.stick"))
                        : failed(fault);
            case DocumentResult.Unknown unknown -> doubtful(unknown.job());
        };
    }

    private static ProbeResult passed(ProbeText note) {
        return new ProbeResult.Passed(Optional.of(note));
    }

    private ProbeResult failed(DeviceFault fault) {
        return ProbeResult.failed(subject().name(), fault);
    }

    private ProbeResult doubtful(long job) {
        return new ProbeResult.NeedsPerson(
                ProbeText.of("selftest.ask.page", Long.toString(job)),
                ProbeText.of("selftest.advice.page", subject().name()));
    }
}
