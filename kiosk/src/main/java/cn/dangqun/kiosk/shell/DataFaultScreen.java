package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Tone;
import cn.dangqun.kiosk.ui.Verdict;
import java.nio.file.Path;
import javafx.scene.layout.StackPane;

/// Nothing can be kept, so nobody can check in: for staff, which directory it is, what is wrong with it and what to
/// do (DESIGN §13). It is tried again by itself.
final class DataFaultScreen extends StackPane {
    private final Look look;
    private final Path directory;

    DataFaultScreen(Look look, Path directory, DataDirectory.Fault fault) {
        this.look = look;
        this.directory = directory;
        setId("data-fault");
        show(fault);
    }

    void show(DataDirectory.Fault fault) {
        var texts = look.texts();
        getChildren()
                .setAll(new Verdict(look, Tone.ATTENTION, Glyph.EXCLAMATION, texts.get("shell.data.word"))
                        .add(Labels.centred(what(fault.kind()), "type-64", "bold", "ink"))
                        .sentence(advice(fault.kind()))
                        .note(texts.get("shell.data.directory", directory))
                        .note(texts.get("shell.data.again")));
    }

    private String what(DataDirectory.Kind kind) {
        return switch (kind) {
            case NOT_A_DIRECTORY -> look.texts().get("shell.data.file");
            case READ_ONLY -> look.texts().get("shell.data.readonly");
            case FULL -> look.texts().get("shell.data.full");
            case OTHER -> look.texts().get("shell.data.other");
        };
    }

    private String advice(DataDirectory.Kind kind) {
        return switch (kind) {
            case NOT_A_DIRECTORY, OTHER -> look.texts().get("shell.data.other.advice");
            case READ_ONLY -> look.texts().get("shell.data.readonly.advice");
            case FULL -> look.texts().get("shell.data.full.advice");
        };
    }
}
