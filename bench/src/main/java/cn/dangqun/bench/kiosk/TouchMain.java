package cn.dangqun.bench.kiosk;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.util.SplittableRandom;

/// `TouchMain TOUCHES EACH_MILLIS SEED`: touches the screen that `DISPLAY` names anywhere, as people and children do.
public final class TouchMain {
    private static final int WIDTH = 1080;
    private static final int HEIGHT = 1920;

    private TouchMain() {}

    public static void main(String[] arguments) throws AWTException {
        int touches = Integer.parseInt(arguments[0]);
        int pause = Integer.parseInt(arguments[1]);
        var random = new SplittableRandom(Long.parseLong(arguments[2]));
        var finger = new Robot();
        for (int i = 0; i < touches; i++) {
            finger.mouseMove(random.nextInt(WIDTH), random.nextInt(HEIGHT));
            finger.mousePress(InputEvent.BUTTON1_DOWN_MASK);
            finger.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
            finger.delay(pause);
        }
        System.exit(0);
    }
}
