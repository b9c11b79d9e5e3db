package cn.dangqun.kiosk.queue;

import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.PrintResult;
import cn.dangqun.devices.api.TicketJob;
import cn.dangqun.devices.api.TicketPrinter;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.device.PrintJobNumbers;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SystemKioskClock;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.kiosk.ui.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/// A process that gives out numbers as fast as it can, with a printer whose paper is the process's output, until it
/// is killed. Says `taken`, `paper` and `confirmed` with the number, each only after it is so.
final class KilledCounter {
    static final KioskId KIOSK = new KioskId("kiosk-1");

    private KilledCounter() {}

    /// `arguments`: the data directory.
    public static void main(String[] arguments) throws Exception {
        var data = Path.of(arguments[0]);
        var clock = Clock.systemUTC();
        var kioskClock = new SystemKioskClock(clock);
        var ledger = Ledger.open(data.resolve("ledger.db"), kioskClock, KioskCore.PROJECTIONS);
        ledger.adopt(KIOSK).join();
        var reference = MadeUpStreet.store(data, clock, QueueStreet.items());
        var place = new LedgerQueueDesk.Site(MadeUpStreet.ZONE, OptionalInt.empty());
        var desk = new LedgerQueueDesk(ledger, reference, kioskClock, place, _ -> {});
        var jobs = new PrintJobNumbers(data.resolve("print-jobs"), clock);
        var paper = new TicketPaper(Texts.chinese(), () -> "样例社区党群服务中心", MadeUpStreet.ZONE);
        var counter = new PaperCounter(desk, () -> List.of(new Paper()), jobs::next, paper, Runnable::run);
        while (true) {
            var outcome = desk.take(QueueStreet.CARE.id(), false).join();
            if (!(outcome instanceof TakeOutcome.Taken(var slip))) {
                System.out.println("refused " + outcome);
                return;
            }
            say("taken", slip.ticket().number().text());
            counter.handOver(slip, Optional.empty()).join();
            say("confirmed", slip.ticket().number().text());
        }
    }

    private static void say(String what, String number) {
        System.out.println(what + " " + number);
    }

    private static final class Paper implements TicketPrinter {
        @Override
        public CompletableFuture<PrintResult> print(TicketJob job) {
            say("paper", job.layout().bigNumber().orElseThrow());
            return CompletableFuture.completedFuture(new PrintResult.Printed(job.number()));
        }

        @Override
        public String name() {
            return "paper";
        }

        @Override
        public void run(DeviceListener listener) {}
    }
}
