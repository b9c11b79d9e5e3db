package cn.dangqun.devices.selftest;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.PrintResult;
import cn.dangqun.devices.api.TicketJob;
import cn.dangqun.devices.api.TicketLayout;
import cn.dangqun.devices.api.TicketLine;
import cn.dangqun.devices.api.TicketPrinter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/// Prints a test ticket. A ticket in doubt is for a person to judge. What was found out about the printer is said, so
/// that its settings can say it from then on.
record PrinterProbe(StateProbe device, TicketPrinter printer, LongSupplier nextJob) implements Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @Override
    public Subject subject() {
        return device.subject();
    }

    @Override
    public ProbeResult run() throws InterruptedException {
        var job = new TicketJob(nextJob.getAsLong(), testTicket());
        try {
            return switch (printer.print(job).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                case PrintResult.Printed _ -> printed();
                case PrintResult.NotPrinted not -> notPrinted(not.fault());
                case PrintResult.Unknown _ -> doubtful(job);
            };
        } catch (TimeoutException e) {
            return doubtful(job);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a print job always ends with a result", e);
        }
    }

    private ProbeResult printed() {
        var state = device.run();
        return state.equals(ProbeResult.passed())
                ? new ProbeResult.Passed(printer.found().map(found -> ProbeText.of("selftest.note.answers", found)))
                : state;
    }

    /// One that never answers may print all the same.
    private ProbeResult notPrinted(DeviceFault fault) {
        return fault.kind() == DeviceFault.Kind.NO_ANSWER
                ? new ProbeResult.Failed(
                        ProbeText.of("selftest.advice.mute", subject().name()))
                : ProbeResult.failed(subject().name(), fault);
    }

    private ProbeResult doubtful(TicketJob job) {
        return new ProbeResult.NeedsPerson(
                ProbeText.of("selftest.ask.ticket", Long.toString(job.number())),
                ProbeText.of("selftest.advice.ticket", subject().name()));
    }

    private static TicketLayout testTicket() {
        var texts = ProbeText.bundle();
        return new TicketLayout(
                texts.getString("selftest.ticket.title"),
                Optional.of("A012"),
                List.of(
                        TicketLine.of(texts.getString("selftest.ticket.line")),
                        TicketLine.ruler(),
                        TicketLine.of(texts.getString("selftest.ticket.ruler"))),
                Optional.empty(),
                List.of());
    }
}
