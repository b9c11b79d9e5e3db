package cn.dangqun.devices.drivers.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.PrintResult;
import cn.dangqun.devices.drivers.RecordingListener;
import cn.dangqun.devices.simulator.printer.SimulatedPrinter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The driver against a printer made of software, over a real socket.
@Tag("device")
final class EscPosPrinterTest {
    private static final int AMPLE = 1_000_000;

    private SimulatedPrinter paper;

    @BeforeEach
    void switchOn() throws IOException {
        paper = SimulatedPrinter.start(0, Optional.empty());
        paper.loadPaper(AMPLE);
    }

    @AfterEach
    void switchOff() throws IOException {
        paper.close();
    }

    @Test
    void printsEveryDotAsDrawn() throws Exception {
        try (var running = RunningPrinter.on(paper.port())) {
            assertEquals("working", running.listener().next());

            assertEquals(new PrintResult.Printed(1), running.print(Tickets.queueTicket(1)));
        }

        var drawn = TicketDrawing.with(TicketFont.DEFAULT_FAMILY).draw(Tickets.queueTicket(1));
        assertEquals(1, paper.tickets().size());
        assertTrue(drawn.getHeight() > 500);
        assertEquals(0, Tickets.differingDots(drawn, paper.tickets().getFirst()));
        assertEquals(List.of(), paper.unknownCommands());
    }

    @Test
    void leavesEachTicketAsAPicture(@TempDir Path directory) throws Exception {
        try (var saving = SimulatedPrinter.start(0, Optional.of(directory));
                var running = RunningPrinter.on(saving.port())) {
            running.listener().next();
            running.print(Tickets.queueTicket(1));

            var picture = ImageIO.read(directory.resolve("ticket-0001.png").toFile());
            assertEquals(0, Tickets.differingDots(saving.tickets().getFirst(), picture));
        }
    }

    @Test
    void printsJobsInTheirOrder() throws Exception {
        try (var running = RunningPrinter.on(paper.port())) {
            running.listener().next();
            var first = running.device().print(Tickets.queueTicket(1));
            var second = running.device().print(Tickets.queueTicket(2));

            assertEquals(new PrintResult.Printed(2), second.get(30, TimeUnit.SECONDS));
            assertEquals(new PrintResult.Printed(1), first.get(1, TimeUnit.SECONDS));
        }
        assertEquals(2, paper.tickets().size());
    }

    @Test
    void neverPrintsAJobNumberTwice() throws Exception {
        try (var running = RunningPrinter.on(paper.port())) {
            running.listener().next();
            var first = running.print(Tickets.queueTicket(7));

            assertEquals(first, running.print(Tickets.queueTicket(7)));
            running.print(Tickets.queueTicket(8));
        }
        assertEquals(2, paper.tickets().size());
    }

    @Test
    void refusesAtOnceWhileThePrinterIsNotThere() throws Exception {
        paper.close();
        try (var running = RunningPrinter.on(paper.port())) {
            running.awaitFault(Kind.NOT_FOUND);

            var result = running.print(Tickets.queueTicket(1));

            assertEquals(
                    Kind.NOT_FOUND,
                    assertInstanceOf(PrintResult.NotPrinted.class, result)
                            .fault()
                            .kind());
        }
    }

    @Test
    void saysNotPrintedWhenPaperIsOutBefore() throws Exception {
        try (var running = RunningPrinter.on(paper.port())) {
            running.listener().next();
            paper.loadPaper(0);

            var result = running.print(Tickets.queueTicket(1));

            assertEquals(
                    Kind.PAPER_OUT,
                    assertInstanceOf(PrintResult.NotPrinted.class, result)
                            .fault()
                            .kind());
        }
        assertEquals(List.of(), paper.tickets());
        assertEquals(Optional.empty(), paper.uncut());
    }

    @Test
    void saysUnknownWhenPaperRunsOutInTheMiddleAndNeverRepeats() throws Exception {
        paper.loadPaper(300);
        try (var running = RunningPrinter.on(paper.port())) {
            running.listener().next();

            var result = running.print(Tickets.queueTicket(1));

            assertEquals(
                    Kind.PAPER_OUT,
                    assertInstanceOf(PrintResult.Unknown.class, result).fault().kind());
            running.awaitFault(Kind.PAPER_OUT);
            paper.loadPaper(AMPLE);
            awaitWorking(running);
            assertEquals(new PrintResult.Printed(2), running.print(Tickets.queueTicket(2)));
        }

        var drawn = TicketDrawing.with(TicketFont.DEFAULT_FAMILY).draw(Tickets.queueTicket(2));
        assertEquals(2, paper.tickets().size(), "the torn ticket, cut off, and the second one");
        assertEquals(0, Tickets.differingDots(drawn, paper.tickets().get(1)));
    }

    @Test
    void saysCoverOpenBeforeAJob() throws Exception {
        try (var running = RunningPrinter.on(paper.port())) {
            running.listener().next();
            paper.openCover(true);

            var result = running.print(Tickets.queueTicket(1));

            assertEquals(
                    Kind.COVER_OPEN,
                    assertInstanceOf(PrintResult.NotPrinted.class, result)
                            .fault()
                            .kind());
            paper.openCover(false);
            awaitWorking(running);
            assertEquals(new PrintResult.Printed(2), running.print(Tickets.queueTicket(2)));
        }
    }

    @Test
    void reportsAJammedCutterAsRefusal() throws Exception {
        paper.jamCutter(true);
        try (var running = RunningPrinter.on(paper.port())) {
            running.awaitFault(Kind.REFUSED);
        }
    }

    @Test
    void treatsAMutePrinterAsAFault() throws Exception {
        paper.mute(true);
        try (var running = RunningPrinter.on(paper.port())) {
            running.awaitFault(Kind.NO_ANSWER);

            var result = running.print(Tickets.queueTicket(1));

            assertEquals(
                    Kind.NO_ANSWER,
                    assertInstanceOf(PrintResult.NotPrinted.class, result)
                            .fault()
                            .kind());
        }
    }

    @Test
    void asksForAttentionOnceWhilePaperIsNearItsEnd() throws Exception {
        paper.nearEnd(true);
        try (var running = RunningPrinter.on(paper.port())) {
            assertEquals("attention: paper near its end", running.listener().next());
            assertEquals(new PrintResult.Printed(1), running.print(Tickets.queueTicket(1)));
            paper.nearEnd(false);

            assertEquals("working", running.listener().next());
        }
    }

    @Test
    void recoversAPrinterLeftInTheMiddleOfABand() throws Exception {
        try (var stranger = new Socket(InetAddress.getLoopbackAddress(), paper.port())) {
            stranger.getOutputStream().write(new byte[] {0x1D, 'v', '0', 0, 72, 0, 40, 0, -1, -1, -1});
        }
        try (var running = RunningPrinter.on(paper.port())) {
            running.listener().next();

            assertEquals(new PrintResult.Printed(1), running.print(Tickets.queueTicket(1)));
        }

        var printed = paper.tickets().getFirst();
        var drawn = TicketDrawing.with(TicketFont.DEFAULT_FAMILY).draw(Tickets.queueTicket(1));
        var below = printed.getSubimage(0, 40, printed.getWidth(), printed.getHeight() - 40);
        assertEquals(0, Tickets.differingDots(drawn, below));
        assertEquals(List.of(), paper.unknownCommands());
    }

    @Test
    void worksAgainAfterTheNetworkCableWasPulled() throws Exception {
        try (var running = RunningPrinter.on(paper.port())) {
            running.listener().next();
            paper.dropConnection();
            running.awaitFault(Kind.DISCONNECTED);
            awaitWorking(running);

            assertEquals(new PrintResult.Printed(1), running.print(Tickets.queueTicket(1)));
        }
    }

    @Test
    void stopsAtOnceWhenAskedAndRefusesFurtherJobs() throws Exception {
        var running = RunningPrinter.on(paper.port());
        running.listener().next();

        running.close();

        var result = running.print(Tickets.queueTicket(1));
        assertInstanceOf(PrintResult.NotPrinted.class, result);
    }

    @Test
    void isMisconfiguredWithoutItsFont() {
        var address = new LineAddress.Tcp("127.0.0.1", paper.port());
        var second = Duration.ofSeconds(1);
        var printer = new EscPosPrinter(
                "printer",
                () -> address.open(second),
                RunningPrinter.PATIENCE,
                second,
                new EscPosPrinter.Model("No Such Font", EscPos.DOTS_PER_LINE, Answers.BOTH));

        var fault = assertThrows(DeviceException.class, () -> printer.run(new RecordingListener()))
                .fault();

        assertEquals(Kind.MISCONFIGURED, fault.kind());
    }

    private static void awaitWorking(RunningPrinter running) throws InterruptedException {
        var report = running.listener().next();
        while (!report.equals("working") && !report.equals("nothing")) {
            report = running.listener().next();
        }
        assertEquals("working", report);
    }
}
