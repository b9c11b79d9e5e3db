package cn.dangqun.kiosk.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;

/// Our own keys: no system keyboard can be opened on a kiosk (F-96). Types into nothing; it reports what was pressed.
public final class KeyPad extends GridPane {
    private static final List<String> DIGITS = List.of("123456789".split(""));
    private static final List<String> CODE = List.of("23456789ABCDEFGHJKMNPQRSTUVWXYZ".split(""));

    private static final List<String> LETTERS = List.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ".split(""));

    private final Texts texts;
    private final String keyStyle;

    private KeyPad(Texts texts, String keyStyle) {
        this.texts = texts;
        this.keyStyle = keyStyle;
        getStyleClass().add("gap-16");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /// Twelve keys as on a telephone; the last row is erase, 0, confirm.
    public static KeyPad digits(Texts texts, Consumer<String> typed, Runnable erased, Runnable confirmed) {
        var pad = new KeyPad(texts, "key-large");
        pad.letters(DIGITS, 3, typed);
        pad.put(pad.erase(erased), 0, 3, 1);
        pad.put(pad.key("0", typed), 1, 3, 1);
        pad.put(pad.confirm(confirmed), 2, 3, 1);
        return pad;
    }

    /// Digits and capital letters that nobody takes for one another, in `columns` columns, then erase and confirm.
    public static KeyPad codes(Texts texts, int columns, Consumer<String> typed, Runnable erased, Runnable confirmed) {
        var pad = new KeyPad(texts, "key-small");
        pad.letters(CODE, columns, typed);
        int row = Math.ceilDiv(CODE.size(), columns);
        int part = columns / 3;
        pad.put(pad.erase(erased), 0, row, part);
        pad.put(pad.confirm(confirmed), part, row, columns - part);
        return pad;
    }

    /// The letters from A to Z in `columns` columns, then erase.
    public static KeyPad letters(Texts texts, int columns, Consumer<String> typed, Runnable erased) {
        var pad = new KeyPad(texts, "key-small");
        pad.letters(LETTERS, columns, typed);
        pad.put(pad.erase(erased), LETTERS.size() % columns, LETTERS.size() / columns, 1);
        return pad;
    }

    private void letters(List<String> faces, int columns, Consumer<String> typed) {
        for (int i = 0; i < faces.size(); i++) {
            put(key(faces.get(i), typed), i % columns, i / columns, 1);
        }
    }

    private Button key(String face, Consumer<String> typed) {
        var key = new Button(face);
        key.getStyleClass().addAll("key", "type-44", keyStyle);
        key.setId("key-" + face);
        key.setFocusTraversable(false);
        key.setOnAction(_ -> typed.accept(face));
        return key;
    }

    private Button erase(Runnable erased) {
        var key = key("", _ -> erased.run());
        key.setId("erase");
        key.setGraphic(new Icon(Glyph.ERASE, 1));
        key.setAccessibleText(texts.get("ui.keys.erase"));
        return key;
    }

    private Button confirm(Runnable confirmed) {
        var key = new ActionButton(texts.get("ui.keys.confirm"), confirmed, "primary");
        key.setId("confirm");
        return key;
    }

    private void put(Button key, int column, int row, int columns) {
        key.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        add(key, column, row, columns, 1);
    }
}
