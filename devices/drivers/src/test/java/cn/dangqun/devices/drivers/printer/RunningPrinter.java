package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.PrintResult;
import cn.dangqun.devices.api.TicketJob;
import cn.dangqun.devices.drivers.RecordingListener;
import cn.dangqun.devices.transport.LineOpener;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The driver on its own thread, opened again at once after each fault, as a supervisor does.
final class RunningPrinter implements AutoCloseable {
    static final EscPosSession.Patience PATIENCE =
            new EscPosSession.Patience(Duration.ofMillis(1_500), Duration.ofSeconds(3), Duration.ofSeconds(10));

    private final EscPosPrinter printer;
    private final RecordingListener listener = new RecordingListener();
    private final BlockingQueue<DeviceFault> faults = new LinkedBlockingQueue<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    RunningPrinter(LineAddress address) {
        this(() -> address.open(PATIENCE.transfer()), Duration.ofMillis(50));
    }

    RunningPrinter(LineOpener line, Duration checkEvery) {
        this(
                line,
                checkEvery,
                PATIENCE,
                new EscPosPrinter.Model(TicketFont.DEFAULT_FAMILY, EscPos.DOTS_PER_LINE, Answers.BOTH));
    }

    RunningPrinter(LineOpener line, Duration checkEvery, EscPosSession.Patience patience, EscPosPrinter.Model model) {
        printer = new EscPosPrinter("printer", line, patience, checkEvery, model);
        thread = Thread.ofPlatform().name("device-printer").unstarted(this::supervise);
        thread.start();
    }

    static RunningPrinter on(int port) {
        return new RunningPrinter(new LineAddress.Tcp("127.0.0.1", port));
    }

    EscPosPrinter printer() {
        return printer;
    }

    private void supervise() {
        try {
            do {
                runOnce();
            } while (!stopped.await(20, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOnce() throws InterruptedException {
        try {
            printer.run(listener);
        } catch (DeviceException e) {
            faults.add(e.fault());
        }
    }

    RecordingListener listener() {
        return listener;
    }

    EscPosPrinter device() {
        return printer;
    }

    PrintResult print(TicketJob job) throws Exception {
        return printer.print(job).get(30, TimeUnit.SECONDS);
    }

    /// Waits until a fault of that kind has ended a run.
    void awaitFault(DeviceFault.Kind kind) throws InterruptedException {
        var fault = faults.poll(10, TimeUnit.SECONDS);
        while (fault != null && fault.kind() != kind) {
            fault = faults.poll(10, TimeUnit.SECONDS);
        }
        if (fault == null) {
            throw new AssertionError("no fault of kind " + kind);
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
