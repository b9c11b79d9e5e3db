package cn.dangqun.kiosk.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.DocumentJob;
import cn.dangqun.devices.api.DocumentPrinter;
import cn.dangqun.devices.api.DocumentResult;
import cn.dangqun.papers.MeetingHead;
import cn.dangqun.papers.Paper;
import cn.dangqun.papers.Papers;
import cn.dangqun.papers.SignInSheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DevicePrintDeskTest {
    private final Recorder stick = new Recorder("U盘");
    private final List<DocumentPrinter> devices = List.of(new Recorder("打印机"), stick);

    private record Recorder(String name, List<DocumentJob> jobs) implements DocumentPrinter {
        Recorder(String name) {
            this(name, new ArrayList<>());
        }

        @Override
        public CompletableFuture<DocumentResult> print(DocumentJob job) {
            jobs.add(job);
            return CompletableFuture.completedFuture(new DocumentResult.Saved(job.number(), job.name()));
        }

        @Override
        public void run(DeviceListener listener) {}
    }

    private static Paper paper() {
        var head = new MeetingHead("样例党支部", "党课", "党课", Optional.empty(), Optional.empty(), "", "", "");
        return new SignInSheet(head, List.of(), 3, Optional.empty(), Optional.empty());
    }

    private PrintDesk.Outcome print(Papers papers, LongSupplier numbers, Supplier<Paper> paper) {
        var desk = new DevicePrintDesk(() -> devices, papers, numbers, Runnable::run);
        return desk.print(new PaperOffer.Sheet("签到表", "2026-11-29-党课-签到表", () -> List.of(paper.get())), "U盘")
                .join();
    }

    @Test
    void handsWholePagesToTheDeviceThatWasChosen() {
        var outcome = print(Papers.withDebiansFont(), () -> 7, DevicePrintDeskTest::paper);

        assertEquals(new PrintDesk.Outcome.Answered(new DocumentResult.Saved(7, "2026-11-29-党课-签到表")), outcome);
        var pdf = new String(stick.jobs().getFirst().pdf(), StandardCharsets.ISO_8859_1);
        assertTrue(pdf.startsWith("%PDF-") && pdf.stripTrailing().endsWith("%%EOF"));
    }

    @Test
    void saysThatAFormCannotBePutTogether() {
        var notMade = new PrintDesk.Outcome.NotMade();

        assertEquals(notMade, print(new Papers(Path.of("no font here")), () -> 7, DevicePrintDeskTest::paper));
        assertEquals(notMade, print(Papers.withDebiansFont(), () -> 7, () -> {
            throw new UncheckedIOException(new IOException("no disk"));
        }));
        assertTrue(stick.jobs().isEmpty());
    }

    @Test
    void withoutANumberNothingIsPrinted() {
        var outcome = print(
                Papers.withDebiansFont(),
                () -> {
                    throw new UncheckedIOException(new IOException("no disk"));
                },
                DevicePrintDeskTest::paper);

        assertEquals(new PrintDesk.Outcome.NotMade(), outcome);
        assertTrue(stick.jobs().isEmpty());
    }

    @Test
    void listsPrintersAsConfigured() {
        var desk = new DevicePrintDesk(() -> devices, Papers.withDebiansFont(), () -> 1, Runnable::run);

        assertEquals(List.of("打印机", "U盘"), desk.printers());
        assertFalse(desk.printers().isEmpty());
    }
}
