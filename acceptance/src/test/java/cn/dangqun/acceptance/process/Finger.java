package cn.dangqun.acceptance.process;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A finger on a [VirtualDisplay]: real presses of the X server, so that a kiosk in its window cannot tell.
public final class Finger {
    // thrice between two presses: longer than a page is guarded from a finger meant for the one before
    private static final int BETWEEN_MILLIS = 260;

    private Finger() {}

    /// Presses at each `x,y` in turn. Returns when the last was let go.
    static void press(String display, List<String> places) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("target", "test-classes").toString(),
                Finger.class.getName()));
        command.addAll(places);
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DISPLAY", display);
        var process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("the finger could not press");
        }
    }

    /// In a process of its own, since a toolkit keeps the display it began with.
    public static void main(String[] places) throws AWTException {
        var robot = new Robot();
        robot.setAutoDelay(BETWEEN_MILLIS);
        for (var place : places) {
            var at = place.split(",", 2);
            robot.mouseMove(Integer.parseInt(at[0]), Integer.parseInt(at[1]));
            robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
            robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        }
    }
}
