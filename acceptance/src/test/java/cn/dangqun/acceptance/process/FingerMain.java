package cn.dangqun.acceptance.process;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.InputEvent;

/// `FingerMain X Y`: presses that point of the display once, as a finger on a touch screen does.
final class FingerMain {
    private FingerMain() {}

    public static void main(String[] args) throws AWTException {
        var robot = new Robot();
        robot.mouseMove(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        robot.delay(100);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.delay(60);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        robot.waitForIdle();
        System.out.println("pressed");
    }
}
