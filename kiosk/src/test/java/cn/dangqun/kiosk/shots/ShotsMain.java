package cn.dangqun.kiosk.shots;

import cn.dangqun.kiosk.shell.Scenes;
import cn.dangqun.kiosk.shell.TestKiosk;
import cn.dangqun.kiosk.ui.Orientation;
import cn.dangqun.kiosk.ui.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// `ShotsMain DIR [PART]`: a picture of every screen in both orientations, `portrait-checkin-accepted.png` and so on.
/// With PART only those whose name contains it. Needs no display.
public final class ShotsMain {
    private ShotsMain() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.err.println("usage: ShotsMain DIR [PART]");
            System.exit(2);
        }
        var folder = Files.createDirectories(Path.of(args[0]));
        var part = args.length > 1 ? args[1] : "";
        int taken = 0;
        for (var orientation : Orientation.values()) {
            for (var scene : Scenes.all().entrySet()) {
                var name = orientation.name().toLowerCase(Locale.ROOT) + "-" + scene.getKey();
                if (name.contains(part)) {
                    try (var kiosk = new TestKiosk(orientation)) {
                        kiosk.does(() -> scene.getValue().accept(kiosk));
                        PngFile.write(Toolkit.call(() -> kiosk.scene().snapshot(null)), folder.resolve(name + ".png"));
                        taken++;
                    }
                }
            }
        }
        System.out.println(taken + " pictures in " + folder);
        System.exit(0);
    }
}
