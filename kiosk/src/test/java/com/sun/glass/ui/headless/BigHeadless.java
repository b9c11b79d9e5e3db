package com.sun.glass.ui.headless;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.GlassRobot;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.PlatformFactory;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.Window;
import java.nio.ByteBuffer;

/// The headless platform with a screen of any size: its own is fixed at 1000 by 1000, and every frame of a larger
/// window fails while it is copied (JDK-8364201). The copy is dropped; snapshots do not need it. Install it before the
/// toolkit starts. It stands in this package because the platform's classes are not visible outside.
public final class BigHeadless extends HeadlessPlatformFactory {
    public static final int TELEVISION_WIDTH = 1280;
    public static final int TELEVISION_HEIGHT = 720;

    private static volatile boolean second;
    private final int width;
    private final int height;

    private BigHeadless(int width, int height) {
        this.width = width;
        this.height = height;
    }

    public static void install(int width, int height) {
        try {
            var instance = PlatformFactory.class.getDeclaredField("instance");
            instance.setAccessible(true);
            instance.set(null, new BigHeadless(width, height));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JavaFX has changed its headless platform", e);
        }
    }

    // Plugs a television in, to the right of the first screen, or out. On the toolkit's thread.
    public static void plugSecond(boolean in) {
        second = in;
        Screen.notifySettingsChanged();
    }

    @Override
    public Application createApplication() {
        return new BigApplication(width, height);
    }

    private static final class BigApplication extends HeadlessApplication {
        private final HeadlessWindowManager windows = new HeadlessWindowManager();
        private final Screen screen;
        private final Screen television;
        private HeadlessRobot robot;

        BigApplication(int width, int height) {
            screen = screen(0, 0, width, height);
            television = screen(1, width, TELEVISION_WIDTH, TELEVISION_HEIGHT);
        }

        private static Screen screen(long number, int x, int width, int height) {
            return new Screen(
                    number, 32, x, 0, width, height, x, 0, width, height, x, 0, width, height, 100, 100, 1, 1, 1, 1);
        }

        @Override
        protected Screen[] staticScreen_getScreens() {
            return second ? new Screen[] {screen, television} : new Screen[] {screen};
        }

        @Override
        public GlassRobot createRobot() {
            robot = (HeadlessRobot) super.createRobot();
            return robot;
        }

        @Override
        public Window createWindow(Window owner, Screen on, int style) {
            var window = new HeadlessWindow(windows, owner, on, ByteBuffer.allocate(0), style) {
                @Override
                void blit(Pixels pixels) {}

                @Override
                void clearRect(int x, int width, int y, int height) {}
            };
            if (robot != null) {
                robot.windowAdded(window);
                window.setRobot(robot);
            }
            return window;
        }
    }
}
