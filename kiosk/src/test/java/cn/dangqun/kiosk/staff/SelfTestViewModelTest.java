package cn.dangqun.kiosk.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.selftest.Probe;
import cn.dangqun.devices.selftest.ProbeResult;
import cn.dangqun.devices.selftest.ProbeText;
import cn.dangqun.devices.selftest.SelfTest;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.staff.SelfTestState.Finding;
import cn.dangqun.kiosk.ui.HandMovedTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SelfTestViewModelTest {
    private static final ProbeResult.NeedsPerson ASKED =
            new ProbeResult.NeedsPerson(ProbeText.of("selftest.ask.voice"), ProbeText.of("selftest.advice.voice", "x"));

    private int steps;

    private SelfTestViewModel model(Probe... probes) {
        var time = new HandMovedTime(Samples.NOW);
        return new SelfTestViewModel(() -> new SelfTest(List.of(probes)), time, Runnable::run, () -> steps++);
    }

    private static Finding finding(SelfTestViewModel model, int line) {
        return assertInstanceOf(SelfTestState.Open.class, model.state().get())
                .lines()
                .get(line)
                .finding();
    }

    private static Finding.Found failed(String key, String... words) {
        return new Finding.Found(new ProbeResult.Failed(ProbeText.of(key, words)));
    }

    @Test
    void tellsEachResultAndThenRests() {
        var model = model(
                Samples.probe("disk", "", ProbeResult.passed()),
                Samples.probe("clock", "", new ProbeResult.Failed(ProbeText.of("selftest.advice.clock_lost"))));

        model.begin();

        assertEquals(new Finding.Found(ProbeResult.passed()), finding(model, 0));
        assertEquals(failed("selftest.advice.clock_lost"), finding(model, 1));
        assertEquals(2, steps);
        assertTrue(model.state().get() instanceof SelfTestState.Open open && !open.isRunning());
    }

    @Test
    void takesAPersonsAnswerOnce() {
        var model = model(Samples.probe("voice", "喇叭", ASKED));
        model.begin();

        model.answer(0, false);
        model.answer(0, true);

        assertEquals(failed("selftest.advice.voice", "x"), finding(model, 0));
    }

    @Test
    void takesACardAsTheAnswerOfTheReaderThatReadIt() {
        var model = model(Samples.probe("card_reader", "一", ASKED), Samples.probe("card_reader", "二", ASKED));
        model.begin();

        model.read("二");

        assertEquals(new Finding.Found(ASKED), finding(model, 0));
        assertEquals(new Finding.Found(ProbeResult.passed()), finding(model, 1));
    }

    /// Both read codes (issue 15).
    @Test
    void takesACodeAsTheAnswerOfTheScannerOrOfTheCamera() {
        for (var device : List.of("扫码窗", "摄像头")) {
            var model = model(
                    Samples.probe("code_scanner", "扫码窗", ASKED),
                    Samples.probe("code_scanner", "摄像头", ASKED),
                    Samples.probe("voice", "摄像头", ASKED));
            model.begin();

            model.read(device);

            boolean camera = device.equals("摄像头");
            var yes = new Finding.Found(ProbeResult.passed());
            assertEquals(camera ? new Finding.Found(ASKED) : yes, finding(model, 0));
            assertEquals(camera ? yes : new Finding.Found(ASKED), finding(model, 1));
            assertEquals(new Finding.Found(ASKED), finding(model, 2));
        }
    }

    @Test
    void saysThatTheTestBroke() {
        var model = model(Samples.brokenProbe());

        model.begin();

        assertEquals(new SelfTestState.Broken(), model.state().get());
    }

    @Test
    void stopsTheProbeThatWaitsWhenThePageIsLeft() throws InterruptedException {
        var probe = new WaitingProbe();
        var threads = new Thread[1];
        var model = new SelfTestViewModel(
                () -> new SelfTest(List.of(probe)),
                new HandMovedTime(Samples.NOW),
                walk -> threads[0] = Thread.ofPlatform().start(walk),
                () -> steps++);
        model.begin();
        assertTrue(probe.waits.await(10, TimeUnit.SECONDS));
        assertEquals(new Finding.Looking(), finding(model, 0));

        model.leave();

        assertTrue(threads[0].join(java.time.Duration.ofSeconds(10)));
        assertTrue(probe.interrupted);
        assertEquals(new SelfTestState.Shut(), model.state().get());
        assertEquals(0, steps);
    }

    private static final class WaitingProbe implements Probe {
        private final CountDownLatch waits = new CountDownLatch(1);
        private volatile boolean interrupted;

        @Override
        public Subject subject() {
            return new Subject("disk", "");
        }

        @Override
        public ProbeResult run() throws InterruptedException {
            waits.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted = true;
                throw e;
            }
            return ProbeResult.passed();
        }
    }
}
