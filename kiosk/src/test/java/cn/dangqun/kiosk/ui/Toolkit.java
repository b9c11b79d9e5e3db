package cn.dangqun.kiosk.ui;

import com.sun.glass.ui.headless.BigHeadless;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/// The real toolkit in a test, on the headless platform unless the JVM was told otherwise. One for the whole process.
public final class Toolkit {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final FxThread THREAD = new FxThread();
    private static boolean started;
    /// Knows where it is; a new one would not.
    private static Robot finger;

    private Toolkit() {}

    public static synchronized void start() {
        if (started) {
            return;
        }
        System.setProperty("glass.platform", System.getProperty("glass.platform", "Headless"));
        System.setProperty("prism.order", System.getProperty("prism.order", "sw"));
        if ("Headless".equals(System.getProperty("glass.platform"))) {
            BigHeadless.install(1920, 1920);
        }
        var up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        await(up);
        Platform.setImplicitExit(false);
        Fonts.require();
        started = true;
    }

    public static <T> T call(Callable<T> task) {
        var future = new FutureTask<>(task);
        THREAD.execute(future);
        try {
            return future.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("on the FX thread", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public static void run(Runnable task) {
        call(() -> {
            task.run();
            return true;
        });
    }

    /// Waits until the scene has been laid out `count` times more.
    public static void pulses(Scene scene, int count) {
        for (int i = 0; i < count; i++) {
            var pulsed = new CountDownLatch(1);
            run(() -> {
                scene.addPostLayoutPulseListener(new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        pulsed.countDown();
                    }
                });
                Platform.requestNextPulse();
            });
            await(pulsed);
        }
    }

    /// A finger on the middle of `node`, as the window system would report it.
    public static void tap(Node node) {
        press(node);
        release();
    }

    /// It comes down and stays.
    public static void press(Node node) {
        run(() -> {
            var bounds = node.localToScreen(node.getBoundsInLocal());
            finger = new Robot();
            finger.mouseMove(bounds.getCenterX(), bounds.getCenterY());
            finger.mousePress(MouseButton.PRIMARY);
        });
    }

    /// A finger that draws from the left to the right of `node`, up and down.
    public static void draw(Node node) {
        press(node);
        for (int step = -4; step <= 4; step++) {
            double across = step / 10.0;
            double down = step % 2 == 0 ? 0.2 : -0.2;
            run(() -> {
                var bounds = node.localToScreen(node.getBoundsInLocal());
                finger.mouseMove(
                        bounds.getCenterX() + across * bounds.getWidth(),
                        bounds.getCenterY() + down * bounds.getHeight());
            });
        }
        release();
    }

    /// It goes up where it is.
    public static void release() {
        run(() -> finger.mouseRelease(MouseButton.PRIMARY));
    }

    /// Polls until `condition` holds, on the FX thread.
    public static void until(BooleanSupplier condition, Scene scene) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the condition was not met in " + DEADLINE);
            }
            pulses(scene, 1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the toolkit did not answer in " + DEADLINE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
