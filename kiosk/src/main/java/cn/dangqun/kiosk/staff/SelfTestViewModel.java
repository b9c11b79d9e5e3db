package cn.dangqun.kiosk.staff;

import cn.dangqun.devices.selftest.ProbeResult;
import cn.dangqun.devices.selftest.SelfTest;
import cn.dangqun.kiosk.staff.SelfTestState.Finding;
import cn.dangqun.kiosk.staff.SelfTestState.Line;
import cn.dangqun.kiosk.ui.UiThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One walk through all probes, from opening the page until leaving it (F-77). Methods on the UI thread; probes
/// wait on a thread of their own.
final class SelfTestViewModel {
    private static final Logger log = LoggerFactory.getLogger(SelfTestViewModel.class);
    private static final String READER = "card_reader";
    private static final String SCANNER = "code_scanner";

    private final Supplier<SelfTest> tests;
    private final UiThread ui;
    private final Executor probing;
    private final Runnable progress;
    private final ReadOnlyObjectWrapper<SelfTestState> state = new ReadOnlyObjectWrapper<>(new SelfTestState.Shut());
    private @Nullable Walk walk;
    private long walks;

    /// `probing` may be kept busy for minutes; `progress` runs on the UI thread at each result.
    public SelfTestViewModel(Supplier<SelfTest> tests, UiThread ui, Executor probing, Runnable progress) {
        this.tests = tests;
        this.ui = ui;
        this.probing = probing;
        this.progress = progress;
    }

    public ReadOnlyObjectProperty<SelfTestState> state() {
        return state.getReadOnlyProperty();
    }

    /// Begins from the first probe; a walk under way is stopped.
    public void begin() {
        stop();
        var test = tests.get();
        var lines = IntStream.range(0, test.probes().size())
                .mapToObj(i -> new Line(
                        test.probes().get(i).subject(), i == 0 ? new Finding.Looking() : new Finding.Waiting()))
                .toList();
        state.set(new SelfTestState.Open(++walks, lines, !lines.isEmpty()));
        var begun = new Walk(test);
        walk = begun;
        begun.start();
    }

    public void leave() {
        stop();
        state.set(new SelfTestState.Shut());
    }

    /// A person has looked; without effect where nobody was asked.
    public void answer(int line, boolean yes) {
        if (state.get() instanceof SelfTestState.Open open
                && line < open.lines().size()
                && open.lines().get(line).finding() instanceof Finding.Found(ProbeResult.NeedsPerson asked)) {
            state.set(new SelfTestState.Open(open.walk(), with(open, line, asked.answered(yes)), open.isRunning()));
        }
    }

    /// This reader or scanner has read something while the page is up: that answers its question.
    public void read(String device) {
        if (state.get() instanceof SelfTestState.Open open) {
            IntStream.range(0, open.lines().size())
                    .filter(i -> isReaderCalled(device, open.lines().get(i)))
                    .forEach(i -> answer(i, true));
        }
    }

    private static boolean isReaderCalled(String device, Line line) {
        var subject = line.subject();
        return subject.name().equals(device)
                && (subject.kind().equals(READER) || subject.kind().equals(SCANNER));
    }

    private void found(Walk from, int line, ProbeResult result) {
        if (from.equals(walk) && state.get() instanceof SelfTestState.Open open) {
            var lines = with(open, line, result);
            int next = line + 1;
            if (next < lines.size()) {
                lines.set(next, new Line(lines.get(next).subject(), new Finding.Looking()));
            }
            state.set(new SelfTestState.Open(open.walk(), lines, next < lines.size()));
            progress.run();
        }
    }

    private void broke(Walk from) {
        if (from.equals(walk)) {
            state.set(new SelfTestState.Broken());
        }
    }

    private static List<Line> with(SelfTestState.Open open, int line, ProbeResult result) {
        var lines = new ArrayList<>(open.lines());
        lines.set(line, new Line(lines.get(line).subject(), new Finding.Found(result)));
        return lines;
    }

    private void stop() {
        if (walk != null) {
            walk.stop();
            walk = null;
        }
    }

    /// One run of the test on the probing thread.
    private final class Walk {
        private final FutureTask<Boolean> task;

        Walk(SelfTest test) {
            task =
                    new FutureTask<>(() -> {
                        var line = new AtomicInteger();
                        test.run((_, result) -> {
                            int at = line.getAndIncrement();
                            ui.execute(() -> found(this, at, result));
                        });
                        return true;
                    }) {
                        @Override
                        protected void setException(Throwable problem) {
                            super.setException(problem);
                            if (!(problem instanceof InterruptedException)) {
                                log.error("The self-test broke", problem);
                                ui.execute(() -> broke(Walk.this));
                            }
                        }
                    };
        }

        void start() {
            probing.execute(task);
        }

        /// Interrupts the probe that waits, and no later work of the same thread.
        void stop() {
            task.cancel(true);
        }
    }
}
