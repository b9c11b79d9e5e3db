package cn.dangqun.kiosk.window;

import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.shell.TestKiosk;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// 窗口网页和叫号屏 in every state.
public final class WindowScenes {
    private static final String ADDRESS = "hall-1.centre-of-services.lan";

    private WindowScenes() {}

    public static void addTo(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        scene(scenes, "window-none", new WindowState.NoAddress());
        scene(scenes, "window-waiting", new WindowState.NoCertificate(ADDRESS));
        scene(scenes, "window-expired", new WindowState.Expired(ADDRESS));
        scene(scenes, "window-port", new WindowState.PortTaken(8443));
        scene(
                scenes,
                "window-elsewhere",
                new WindowState.Elsewhere("192.168.100.120", List.of("192.168.100.121", "10.10.10.10")));
        scene(
                scenes,
                "window-served",
                new WindowState.Served("https://192.168.100.120:8443/window", "https://192.168.100.120:8443/display"));
    }

    private static void scene(BiConsumer<String, Consumer<TestKiosk>> scenes, String name, WindowState state) {
        scenes.accept(name, kiosk -> {
            kiosk.services.windowPage.state = state;
            kiosk.shell().admit(Samples.staff().getFirst());
            kiosk.shell().go(WindowPlace.ID);
        });
    }
}
