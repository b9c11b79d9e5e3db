package cn.dangqun.devices.selftest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.devices.api.PrintResult;
import cn.dangqun.devices.api.Signal.Lamp;
import cn.dangqun.devices.api.VoiceResult;
import cn.dangqun.devices.selftest.ProbeResult.Failed;
import cn.dangqun.devices.selftest.ProbeResult.NeedsPerson;
import cn.dangqun.devices.selftest.ProbeResult.Passed;
import cn.dangqun.devices.selftest.ProbeResult.Skipped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SelfTestTest {
    private static final Optional<ProbeText> NO_NOTE = Optional.empty();

    private final AtomicLong jobs = new AtomicLong(40);

    private Map<String, ProbeResult> run(FakeDevices devices) throws InterruptedException {
        var results = new LinkedHashMap<String, ProbeResult>();
        try (var supervisor = devices.start()) {
            SelfTest.of(supervisor, jobs::incrementAndGet, List.of())
                    .run((probe, result) -> results.put(probe.subject().kind(), result));
        }
        return results;
    }

    private ProbeResult runOne(String kind, Device device) throws InterruptedException {
        return run(new FakeDevices().with(device)).get(kind);
    }

    private ProbeResult runPrinter(Function<Long, PrintResult> answer) throws InterruptedException {
        return runOne("ticket_printer", new FakeDevices.Printer("打印机", job -> answer.apply(job.number())));
    }

    private ProbeResult runVoice(VoiceResult result, Set<String> missing) throws InterruptedException {
        return runOne("voice", new FakeDevices.Speaker("音箱", result, missing));
    }

    private static String keyOf(ProbeResult result) {
        return switch (result) {
            case Passed passed -> passed.note().map(ProbeText::key).orElse("");
            case Failed failed -> failed.advice().key();
            case Skipped skipped -> skipped.reason().key();
            case NeedsPerson person -> person.question().key();
        };
    }

    @Test
    void devicesNobodyConfiguredAreSkippedNotFailed() throws Exception {
        var results = run(new FakeDevices());

        assertEquals(
                List.of("card_reader", "code_scanner", "ticket_printer", "document_printer", "signal_light", "voice"),
                List.copyOf(results.keySet()));
        results.values().forEach(result -> assertEquals("selftest.skipped.absent", keyOf(result)));
    }

    @Test
    void workingReaderNeedsACardInAPersonsHand() throws Exception {
        var result = runOne("card_reader", new FakeDevices.Plain("前台", DeviceKind.CARD_READER, FakeDevices.WORKING));

        var person = assertInstanceOf(NeedsPerson.class, result);
        assertEquals(ProbeText.of("selftest.ask.card", "前台"), person.question());
        assertEquals(new Passed(NO_NOTE), person.answered(true));
        assertEquals(new Failed(ProbeText.of("selftest.advice.card", "前台")), person.answered(false));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void brokenScannerFailsWithTheAdviceOfItsFault(Kind kind) throws Exception {
        var scanner = new FakeDevices.Plain("窗口", DeviceKind.CODE_SCANNER, FakeDevices.failing(kind));

        var failed = assertInstanceOf(Failed.class, runOne("code_scanner", scanner));

        var text = failed.advice().in(ProbeText.bundle());
        assertEquals(-1, text.indexOf('{'), text);
    }

    @Test
    void deviceWithoutADriverIsShownAsMisconfigured() throws Exception {
        var results = run(new FakeDevices().withUnknownDriver("旧读卡器"));

        assertEquals("selftest.fault.misconfigured", keyOf(results.get("unknown")));
    }

    @Test
    void confirmedTestTicketPasses() throws Exception {
        assertEquals(new Passed(NO_NOTE), runPrinter(PrintResult.Printed::new));
        assertEquals(41, jobs.get());
    }

    @Test
    void ticketInDoubtIsForAPersonToJudge() throws Exception {
        var fault = new DeviceFault(Kind.NO_ANSWER, "by the test");

        var result = runPrinter(job -> new PrintResult.Unknown(job, fault));

        assertEquals(
                ProbeText.of("selftest.ask.ticket", "41"),
                assertInstanceOf(NeedsPerson.class, result).question());
    }

    @Test
    void aPrinterThatNeverAnswersMayPrintAllTheSame() throws Exception {
        var fault = new DeviceFault(Kind.NO_ANSWER, "by the test");

        var result = runPrinter(job -> new PrintResult.NotPrinted(job, fault));

        var advice = assertInstanceOf(Failed.class, result).advice().in(ProbeText.bundle());
        assertTrue(advice.contains("answers = \"none\""), advice);
    }

    @Test
    void printerWithoutPaperFailsWithItsAdvice() throws Exception {
        var fault = new DeviceFault(Kind.PAPER_OUT, "by the test");

        var result = runPrinter(job -> new PrintResult.NotPrinted(job, fault));

        assertEquals(new Failed(ProbeText.of("selftest.fault.paper_out", "打印机")), result);
    }

    @Test
    void paperNearItsEndIsSaidOfAPrinter() {
        var near = new DeviceState.Attention(Instant.EPOCH, "by the test");
        var probe = new StateProbe(new Probe.Subject("ticket_printer", "打印机"), () -> near);

        assertEquals("selftest.note.paper", keyOf(assertInstanceOf(Passed.class, probe.run())));
    }

    @Test
    void whatNeedsAttentionPassesWithANote() throws Exception {
        var result = runOne(
                "simulator", new FakeDevices.Plain("模拟器", DeviceKind.SIMULATOR, l -> l.attention("by the test")));

        assertEquals("selftest.note.attention", keyOf(assertInstanceOf(Passed.class, result)));
    }

    @Test
    void everyLampIsShownInTurn() throws Exception {
        var lit = new CopyOnWriteArrayList<Lamp>();

        var result = runOne("signal_light", new FakeDevices.Lamps("灯", lit));

        assertEquals(List.of(Lamp.values()), lit);
        assertEquals("selftest.ask.light", keyOf(assertInstanceOf(NeedsPerson.class, result)));
    }

    @Test
    void voiceThatSpokeNeedsAPersonsEars() throws Exception {
        var result = runVoice(new VoiceResult.Spoken(), Set.of());

        assertEquals("selftest.ask.voice", keyOf(assertInstanceOf(NeedsPerson.class, result)));
    }

    @Test
    void missingClipsFailByNameEvenWhenTheTestPromptIsThere() throws Exception {
        var result = runVoice(new VoiceResult.Spoken(), Set.of("digit-7", "letter-q"));

        assertEquals(new Failed(ProbeText.of("selftest.advice.clips", "2", "digit-7, letter-q")), result);
    }

    @Test
    void quietHoursAreNoFault() throws Exception {
        assertEquals(
                "selftest.skipped.quiet",
                keyOf(assertInstanceOf(Skipped.class, runVoice(new VoiceResult.QuietHours(), Set.of()))));
    }

    @Test
    void silentMachineFailsWithItsAdvice() throws Exception {
        var result = runVoice(new VoiceResult.NoSound(new DeviceFault(Kind.NOT_FOUND, "by the test")), Set.of());

        assertEquals(new Failed(ProbeText.of("selftest.fault.not_found", "音箱")), result);
    }

    @Test
    void clockIsComparedWithTheStreet() {
        var clock = Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneOffset.UTC);

        assertEquals(new Passed(NO_NOTE), clockOff(clock, Duration.ofSeconds(-9)));
        assertEquals(
                new Passed(Optional.of(ProbeText.of("selftest.note.clock_off", "90"))),
                clockOff(clock, Duration.ofSeconds(-90)));
        assertEquals(
                new Failed(ProbeText.of("selftest.advice.clock_off", "7")), clockOff(clock, Duration.ofMinutes(-7)));
        assertEquals("selftest.note.clock_alone", keyOf(new ClockProbe(clock, Optional::empty, Optional::empty).run()));
    }

    @Test
    void clockThatStandsBeforeTheLastRecordIsWrongWhateverTheStreetSaid() {
        var clock = Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneOffset.UTC);
        var probe = new ClockProbe(clock, () -> Optional.of(Duration.ZERO), () -> Optional.of(Duration.ofMinutes(190)));

        assertEquals(new Failed(ProbeText.of("selftest.advice.clock_behind", "190")), probe.run());
    }

    private static ProbeResult clockOff(Clock clock, Duration streetAhead) {
        return new ClockProbe(clock, () -> Optional.of(streetAhead), Optional::empty).run();
    }

    @Test
    void clockBeforeThisProductExistedIsLost() {
        var clock = Clock.fixed(Instant.parse("1970-01-01T00:10:00Z"), ZoneOffset.UTC);

        assertEquals(
                "selftest.advice.clock_lost", keyOf(new ClockProbe(clock, Optional::empty, Optional::empty).run()));
    }

    @Test
    void diskThatKeepsWhatIsWrittenPassesAndStaysClean(@TempDir Path directory) throws Exception {
        assertInstanceOf(Passed.class, new DiskProbe(directory).run());
        try (var left = Files.list(directory)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void directoryThatIsNotThereIsABadDisk(@TempDir Path directory) {
        assertEquals("selftest.advice.disk_wrong", keyOf(new DiskProbe(directory.resolve("gone")).run()));
    }
}
