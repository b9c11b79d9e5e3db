package cn.dangqun.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class ActionButtonTest {
    @Test
    void showsAnUnderscoreOfANameAsItIs() {
        Toolkit.start();
        assertFalse(Toolkit.call(() -> new ActionButton("IMG_0001.JPG", () -> {}).isMnemonicParsing()));
        assertFalse(Toolkit.call(() -> Labels.of("IMG_0001.JPG").isMnemonicParsing()));
    }
}
