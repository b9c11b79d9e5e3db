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
    private static final int BETWEEN_MILLIS = 150;
    private static final int DRAWING_MILLIS = 20;
    /// Longer than a page is guarded from a finger meant for the one before, also on a busy machine
    static final int ONE_LOOK = 1_300;
    static final int NONE = 0;

    private Finger() {}

    /// Presses at each `x,y` in turn, each after a look of so many milliseconds, as a person who has read what came up;
    /// draws where there are several, `x,y-x,y-x,y`. Returns when the last was let go.
    static void press(String display, int look, List<String> places) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("target", "test-classes").toString(),
                Finger.class.getName(),
                Integer.toString(look)));
        command.addAll(places);
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DISPLAY", display);
        var process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("the finger could not press");
        }
    }

    /// In a process of its own, since a toolkit keeps the display it began with.
    public static void main(String[] arguments) throws AWTException {
        var robot = new Robot();
        robot.setAutoDelay(BETWEEN_MILLIS);
        int look = Integer.parseInt(arguments[0]);
        for (int i = 1; i < arguments.length; i++) {
            robot.delay(look);
            var places = arguments[i].split("-", -1);
            move(robot, places[0]);
            robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
            robot.setAutoDelay(DRAWING_MILLIS);
            for (int next = 1; next < places.length; next++) {
                move(robot, places[next]);
            }
            robot.setAutoDelay(BETWEEN_MILLIS);
            robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        }
    }

    private static void move(Robot robot, String place) {
        var at = place.split(",", 2);
        robot.mouseMove(Integer.parseInt(at[0]), Integer.parseInt(at[1]));
    }
}
