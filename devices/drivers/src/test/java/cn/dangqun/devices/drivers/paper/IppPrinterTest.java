package cn.dangqun.devices.drivers.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DocumentResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of a document, by what its queue says.
@Tag("device")
class IppPrinterTest {
    private static final byte[] PDF = "%PDF-1.4 some pages".getBytes(StandardCharsets.US_ASCII);

    private ScriptedQueue queue;

    @BeforeEach
    void open() throws Exception {
        queue = new ScriptedQueue();
    }

    @AfterEach
    void close() {
        queue.close();
    }

    private DocumentResult print(long number) throws Exception {
        try (var running = RunningQueue.of(queue.queue()).working()) {
            return running.print(number, PDF);
        }
    }

    @Test
    void isPrintedOnceTheQueueSaysSo() throws Exception {
        assertEquals(new DocumentResult.Printed(5), print(5));

        var sent = queue.received.getFirst();
        assertArrayEquals(PDF, Arrays.copyOfRange(sent, sent.length - PDF.length, sent.length));
        var words = new String(sent, StandardCharsets.UTF_8);
        assertTrue(words.contains("2026-11-29-支部党员大会-签到表"), words);
        assertTrue(words.contains("application/pdf"), words);
        assertTrue(words.contains("iso_a4_210x297mm"), words);
    }

    @Test
    void theSameNumberIsSentOnce() throws Exception {
        try (var running = RunningQueue.of(queue.queue()).working()) {
            assertEquals(running.print(5, PDF), running.print(5, PDF));
        }

        assertEquals(1, queue.received.size());
    }

    @Test
    void isWithTheQueueWhileItWaits() throws Exception {
        queue.jobState = 3;

        assertEquals(new DocumentResult.Queued(5, Optional.empty()), print(5));
    }

    @ParameterizedTest
    @CsvSource({
        "media-empty-error, PAPER_OUT",
        "media-needed-error, PAPER_OUT",
        "cover-open-error, COVER_OPEN",
        "media-jam-error, REFUSED",
        "offline-report, NO_ANSWER"
    })
    void saysWhyItWaits(String reason, Kind kind) throws Exception {
        queue.jobState = 5;
        queue.reasonsOfJob = List.of("other-report", reason);

        var queued = assertInstanceOf(DocumentResult.Queued.class, print(5));

        assertEquals(kind, queued.holdUp().orElseThrow().kind());
    }

    @ParameterizedTest
    @CsvSource({"8", "7"})
    void isNotPrintedWhenTheQueueGaveItUp(int state) throws Exception {
        queue.jobState = state;

        var not = assertInstanceOf(DocumentResult.NotPrinted.class, print(5));

        assertEquals(Kind.REFUSED, not.fault().kind());
    }

    @Test
    void aJobThatTheQueueNoLongerKnowsIsNotCalledPrinted() throws Exception {
        queue.jobStatus = 0x0406;

        assertEquals(new DocumentResult.Queued(5, Optional.empty()), print(5));
    }

    @Test
    void isNotPrintedWhenTheQueueRefusesIt() throws Exception {
        queue.printStatus = 0x040A;

        var not = assertInstanceOf(DocumentResult.NotPrinted.class, print(5));

        assertEquals(Kind.REFUSED, not.fault().kind());
    }

    @Test
    void isInDoubtWhenTheAnswerNeverComes() throws Exception {
        queue.mute.set(true);

        var unknown = assertInstanceOf(DocumentResult.Unknown.class, print(5));

        assertEquals(Kind.NO_ANSWER, unknown.fault().kind());
        assertEquals(1, queue.received.size());
    }

    @Test
    void refusesAtOnceWhileThereIsNoSuchQueue() throws Exception {
        try (var running = RunningQueue.of(queue.queue("nowhere"))) {
            running.awaitFault(Kind.NOT_FOUND);

            var not = assertInstanceOf(DocumentResult.NotPrinted.class, running.print(5, PDF));
            assertEquals(Kind.NOT_FOUND, not.fault().kind());
        }
    }

    @Test
    void refusesAtOnceWhileNoServiceIsThere() throws Exception {
        queue.close();
        try (var running = RunningQueue.of(queue.queue())) {
            running.awaitFault(Kind.NOT_FOUND);
        }
    }

    @Test
    void refusesAtOnceWithoutPaperAndPrintsWhenThereIsSome() throws Exception {
        queue.reasons = List.of("media-empty-error");
        try (var running = RunningQueue.of(queue.queue())) {
            running.awaitFault(Kind.PAPER_OUT);
            assertInstanceOf(DocumentResult.NotPrinted.class, running.print(5, PDF));
            assertEquals(0, queue.received.size());

            queue.reasons = List.of("none");

            assertEquals(new DocumentResult.Printed(6), running.working().print(6, PDF));
        }
    }

    @Test
    void aStoppedQueueAndOneThatTakesNothingAreFaults() throws Exception {
        queue.printerState = 5;
        try (var running = RunningQueue.of(queue.queue())) {
            running.awaitFault(Kind.REFUSED);
            queue.printerState = 3;
            running.working();
            queue.accepting = false;
            running.awaitFault(Kind.REFUSED);
        }
    }

    @Test
    void lowPaperIsForStaffToSee() throws Exception {
        queue.reasons = List.of("media-low-warning");
        try (var running = RunningQueue.of(queue.queue())) {
            running.awaitAttention();

            assertEquals(new DocumentResult.Printed(5), running.print(5, PDF));
        }
    }
}
