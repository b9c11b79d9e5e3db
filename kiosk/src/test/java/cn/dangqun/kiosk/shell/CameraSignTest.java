package cn.dangqun.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.kiosk.scan.ScanTray;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Orientation;
import cn.dangqun.kiosk.ui.Toolkit;
import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/// What the sign says while a camera looks is true wherever it looks.
class CameraSignTest {
    @Test
    void saysNotThatNothingIsKeptWhereAPictureMayBeKept() {
        try (var kiosk = new TestKiosk(Orientation.PORTRAIT, 1, Scenes::ordinaryDay)) {
            kiosk.does(() -> kiosk.home());
            assertEquals(List.of(), signs(kiosk), "nobody looks");

            kiosk.does(() -> kiosk.shell().watching(true));
            assertEquals(List.of("camera-sign"), signs(kiosk));

            kiosk.does(() -> {
                kiosk.services.scans.tray.put(new ScanTray.Order(Samples.THEME_DAY, "roll"));
                kiosk.shell().admit(Samples.staff().getFirst());
                kiosk.shell().go(ScanTray.PLACE);
            });
            assertEquals(List.of("camera-sign-scan"), signs(kiosk));
            assertTrue(kiosk.services.pictures);

            press(kiosk, "#scan-stick");
            assertFalse(kiosk.services.pictures, "files of a stick");
            press(kiosk, "#scan-camera");
            assertTrue(kiosk.services.pictures);

            kiosk.does(() -> kiosk.home());
            assertEquals(List.of("camera-sign"), signs(kiosk));
        }
    }

    private static void press(TestKiosk kiosk, String button) {
        kiosk.does(() -> ((ActionButton) kiosk.scene().getRoot().lookup(button)).fire());
    }

    private static List<String> signs(TestKiosk kiosk) {
        return Toolkit.call(() -> kiosk.scene().getRoot().lookupAll(".camera-sign").stream()
                .filter(Node::isVisible)
                .map(Node::getId)
                .toList());
    }
}
