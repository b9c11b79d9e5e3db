package cn.dangqun.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.kiosk.ui.Toolkit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WedgeScannerTest {
    private final List<Credential> presented = new ArrayList<>();

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @Test
    void presentsAScanAndKeepsItFromTheWindow() {
        var window = typedInto("~", "~DQ1:ABC123\r");

        assertEquals(1, presented.size());
        assertEquals("DQ1:ABC123", ((Credential.Code) presented.getFirst()).text());
        assertEquals("", window);
    }

    @Test
    void leavesAPersonsKeysToTheWindow() {
        var window = typedInto("~", "246810");

        assertTrue(presented.isEmpty());
        assertEquals("246810", window);
    }

    @Test
    void isNotHeardWithAPrefixThatPeopleType() {
        var devices = List.of(new KioskSettings.Device("扫码器", "wedge", Map.of("prefix", "A")));

        assertTrue(WedgeScanner.among(devices, presented::add).isEmpty());
    }

    @Test
    void isAbsentUnlessConfigured() {
        var devices = List.of(new KioskSettings.Device("读卡器", "pcsc", Map.of()));

        assertTrue(WedgeScanner.among(devices, presented::add).isEmpty());
    }

    /// What the window still gets of keys typed on it.
    private String typedInto(String prefix, String keys) {
        var devices = List.of(new KioskSettings.Device("扫码器", "wedge", Map.of("prefix", prefix)));
        return Toolkit.call(() -> {
            var seen = new StringBuilder();
            var root = new StackPane();
            root.addEventHandler(KeyEvent.KEY_TYPED, event -> seen.append(event.getCharacter()));
            WedgeScanner.among(devices, presented::add).orElseThrow().listenTo(new Scene(root));
            for (int i = 0; i < keys.length(); i++) {
                Event.fireEvent(root, typed(keys.substring(i, i + 1)));
            }
            return seen.toString();
        });
    }

    private static KeyEvent typed(String character) {
        return new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false);
    }
}
