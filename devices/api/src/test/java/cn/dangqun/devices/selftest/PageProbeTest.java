package cn.dangqun.devices.selftest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DocumentJob;
import cn.dangqun.devices.api.DocumentResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// The self-test of a printer of pages, and of a stick.
final class PageProbeTest {
    private static final DeviceFault NO_PAPER = new DeviceFault(Kind.PAPER_OUT, "by the test");
    private static final DeviceFault NO_STICK = new DeviceFault(Kind.NOT_FOUND, "by the test");

    private final List<DocumentJob> jobs = new ArrayList<>();

    private ProbeResult run(FakeDevices.Life life, Function<Long, DocumentResult> answer) throws InterruptedException {
        var device = new FakeDevices.Pages("打印机", life, job -> {
            jobs.add(job);
            return answer.apply(job.number());
        });
        try (var supervisor = new FakeDevices().with(device).start()) {
            var results = new ArrayList<ProbeResult>();
            SelfTest.of(supervisor, () -> 41, List.of()).run((probe, result) -> {
                if (probe.subject().kind().equals("document_printer")) {
                    results.add(result);
                }
            });
            return results.getFirst();
        }
    }

    private ProbeResult run(Function<Long, DocumentResult> answer) throws InterruptedException {
        return run(FakeDevices.WORKING, answer);
    }

    @Test
    void printsAPageAndPasses() throws Exception {
        assertEquals(ProbeResult.passed(), run(DocumentResult.Printed::new));
        assertTrue(new String(jobs.getFirst().pdf(), StandardCharsets.US_ASCII).contains("#41"));
    }

    @Test
    void namesTheFileOnTheStick() throws Exception {
        var passed = assertInstanceOf(ProbeResult.Passed.class, run(job -> new DocumentResult.Saved(job, "打印测试.pdf")));

        assertEquals(Optional.of(ProbeText.of("selftest.note.saved", "打印测试.pdf")), passed.note());
    }

    @Test
    void aStickThatIsNotThereIsNoFault() throws Exception {
        assertEquals(
                new ProbeResult.Skipped(ProbeText.of("selftest.skipped.stick")),
                run(job -> new DocumentResult.NotPrinted(job, NO_STICK)));
    }

    @Test
    void aPrinterThatIsNotThereIsOne() throws Exception {
        assertEquals(
                ProbeResult.failed("打印机", NO_STICK),
                run(FakeDevices.failing(Kind.NOT_FOUND), DocumentResult.Printed::new));
        assertEquals(List.of(), jobs);
    }

    @Test
    void paperThatRanOutFailsAndAPageThatWaitsPasses() throws Exception {
        assertEquals(
                ProbeResult.failed("打印机", NO_PAPER), run(job -> new DocumentResult.Queued(job, Optional.of(NO_PAPER))));
        assertEquals(ProbeResult.failed("打印机", NO_PAPER), run(job -> new DocumentResult.NotPrinted(job, NO_PAPER)));
        assertInstanceOf(ProbeResult.Passed.class, run(job -> new DocumentResult.Queued(job, Optional.empty())));
    }

    @Test
    void aPageInDoubtIsForAPersonToJudge() throws Exception {
        var person =
                assertInstanceOf(ProbeResult.NeedsPerson.class, run(job -> new DocumentResult.Unknown(job, NO_PAPER)));

        assertEquals(ProbeText.of("selftest.ask.page", "41"), person.question());
    }
}
