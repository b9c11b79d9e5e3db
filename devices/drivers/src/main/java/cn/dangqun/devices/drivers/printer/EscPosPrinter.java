package cn.dangqun.devices.drivers.printer;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.PrintResult;
import cn.dangqun.devices.api.TicketJob;
import cn.dangqun.devices.api.TicketPrinter;
import cn.dangqun.devices.drivers.desk.NumberedDesk;
import cn.dangqun.devices.drivers.desk.OrderDesk;
import cn.dangqun.devices.transport.LineOpener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A ticket printer that speaks ESC/POS. The line stays open while all is well; after any doubt it is closed and the
/// supervisor opens it anew (F-45, F-46).
final class EscPosPrinter implements TicketPrinter {
    private static final Logger log = LoggerFactory.getLogger(EscPosPrinter.class);
    private static final DeviceFault STOPPED =
            new DeviceFault(DeviceFault.Kind.DISCONNECTED, "the printer was stopped");

    private static final DeviceFault UNCONFIRMED =
            new DeviceFault(DeviceFault.Kind.NO_ANSWER, "the printer did not confirm the ticket");

    private final String name;
    private final LineOpener opener;
    private final EscPosSession.Patience patience;
    private final Duration checkEvery;
    private final Model model;
    private final NumberedDesk<TicketJob, PrintResult> desk =
            new NumberedDesk<>(TicketJob::number, (job, fault) -> new PrintResult.NotPrinted(job.number(), fault));
    private boolean unfinishedPaper;
    private volatile Answers answers;

    /// `width` in dots; `answers` to begin with.
    record Model(String fontFamily, int width, Answers answers) {}

    EscPosPrinter(String name, LineOpener opener, EscPosSession.Patience patience, Duration checkEvery, Model model) {
        this.name = name;
        this.opener = opener;
        this.patience = patience;
        this.checkEvery = checkEvery;
        this.model = model;
        this.answers = model.answers();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CompletableFuture<PrintResult> print(TicketJob job) {
        return desk.submit(job);
    }

    @Override
    public Optional<String> found() {
        var now = answers;
        return now == model.answers() ? Optional.empty() : Optional.of(now.option());
    }

    @Override
    public void run(DeviceListener listener) throws DeviceException, InterruptedException {
        var end = STOPPED;
        try {
            var drawing = TicketDrawing.with(model.fontFamily(), model.width());
            try (var line = opener.open()) {
                serve(new EscPosSession(line, patience, answers), drawing, listener);
            }
        } catch (DeviceException e) {
            end = e.fault();
            throw e;
        } finally {
            desk.close(end);
        }
    }

    private void serve(EscPosSession session, TicketDrawing drawing, DeviceListener listener)
            throws DeviceException, InterruptedException {
        var status = first(session);
        session.start(unfinishedPaper);
        unfinishedPaper = false;
        desk.open();
        var paper = new PaperReport(listener);
        paper.report(status);
        while (true) {
            var order = desk.next(checkEvery);
            paper.report(order.isPresent() ? print(session, drawing, order.get()) : checked(session));
        }
    }

    /// One that says nothing of itself and confirms what it prints is used by its confirmations alone.
    private PrinterStatus first(EscPosSession session) throws DeviceException, InterruptedException {
        try {
            return checked(session);
        } catch (DeviceException e) {
            if (e.fault().kind() != DeviceFault.Kind.NO_ANSWER || !session.reports()) {
                throw e;
            }
            learn(session, Answers.REPORT);
            return checked(session);
        }
    }

    private void learn(EscPosSession session, Answers shown) {
        log.info("this printer answers {} only", shown);
        answers = shown;
        session.learn(shown);
    }

    private static PrinterStatus checked(EscPosSession session) throws DeviceException, InterruptedException {
        var status = session.status();
        var fault = status.fault();
        if (fault.isPresent()) {
            throw new DeviceException(fault.get().kind(), fault.get().detail());
        }
        return status;
    }

    /// Returns what the printer said of itself before the job.
    private PrinterStatus print(
            EscPosSession session, TicketDrawing drawing, OrderDesk.Order<TicketJob, PrintResult> order)
            throws DeviceException, InterruptedException {
        long number = order.job().number();
        var fault = STOPPED;
        boolean started = false;
        try {
            var bands = EscPos.bands(drawing.draw(order.job()));
            var before = checked(session);
            started = true;
            unfinishedPaper = true;
            boolean confirmed = session.print(bands);
            unfinishedPaper = false;
            if (confirmed) {
                order.result().complete(new PrintResult.Printed(number));
                log.info("print job {} printed", number);
            } else {
                unconfirmed(session);
                fault = UNCONFIRMED;
            }
            return before;
        } catch (DeviceException e) {
            fault = e.fault();
            throw e;
        } finally {
            answer(order, started, fault);
        }
    }

    /// It works, and does not tell when it has printed: the next ticket is judged by its status.
    private void unconfirmed(EscPosSession session) {
        if (session.answers() == Answers.BOTH) {
            learn(session, Answers.STATUS);
        }
    }

    private static void answer(OrderDesk.Order<TicketJob, PrintResult> order, boolean started, DeviceFault fault) {
        long number = order.job().number();
        boolean doubtful = started
                ? order.result().complete(new PrintResult.Unknown(number, fault))
                : order.result().complete(new PrintResult.NotPrinted(number, fault));
        if (doubtful) {
            log.warn("print job {} {}: {}", number, started ? "is in doubt" : "was not begun", fault.kind());
        }
    }
}
