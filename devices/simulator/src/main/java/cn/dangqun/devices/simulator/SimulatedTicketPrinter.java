package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.PrintResult;
import cn.dangqun.devices.api.TicketJob;
import cn.dangqun.devices.api.TicketPrinter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Driver `sim-printer`: a ticket printer without paper. With PAPER_OUT or COVER_OPEN nothing is printed; any other
/// fault leaves a job in doubt, as a cable pulled mid-job does. For pictures of tickets put the driver `escpos`
/// before a [cn.dangqun.devices.simulator.printer.SimulatedPrinter].
public final class SimulatedTicketPrinter implements TicketPrinter, SimulatedDevice {
    private static final int JOBS = 100;

    private final String name;
    private final DeviceScript script = new DeviceScript();
    private final Map<Long, PrintResult> results = new LinkedHashMap<>();
    private final Journal<TicketJob> printed = new Journal<>();

    public SimulatedTicketPrinter(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceScript script() {
        return script;
    }

    @Override
    public synchronized CompletableFuture<PrintResult> print(TicketJob job) {
        if (results.size() == JOBS) {
            results.remove(results.keySet().iterator().next());
        }
        return CompletableFuture.completedFuture(results.computeIfAbsent(job.number(), _ -> attempt(job)));
    }

    private PrintResult attempt(TicketJob job) {
        var fault = script.fault();
        if (fault.isEmpty()) {
            printed.add(job);
            return new PrintResult.Printed(job.number());
        }
        var kind = fault.get().kind();
        return kind == DeviceFault.Kind.PAPER_OUT || kind == DeviceFault.Kind.COVER_OPEN
                ? new PrintResult.NotPrinted(job.number(), fault.get())
                : new PrintResult.Unknown(job.number(), fault.get());
    }

    /// Oldest first, a hundred at most.
    public List<TicketJob> printed() {
        return printed.entries();
    }
}
