package cn.dangqun.kiosk.staff;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceKind;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.kiosk.device.DeviceBoard.DeviceStatus;
import cn.dangqun.kiosk.ui.Chip;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Tone;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One device: its name, its state in words, and what to do when it fails (F-73).
final class DeviceRow {
    private final Texts texts;

    DeviceRow(Look look) {
        this.texts = look.texts();
    }

    Node of(DeviceStatus device) {
        var words = new VBox(Labels.of(device.name(), "type-24", "bold", "ink"));
        advice(device).ifPresent(advice -> words.getChildren().add(Labels.of(advice, "type-20", "quiet")));
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(words, state(device.state()));
        row.getStyleClass().add("gap-24");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Optional<String> advice(DeviceStatus device) {
        return switch (device.state()) {
            case DeviceState.Failed failed -> Optional.of(advice(failed.fault().kind()));
            case DeviceState.Attention _ ->
                Optional.of(
                        device.knownKind()
                                        .filter(DeviceKind.TICKET_PRINTER::equals)
                                        .isPresent()
                                ? texts.get("staff.device.attention.paper")
                                : texts.get("staff.device.attention.other"));
            case DeviceState.Starting _, DeviceState.Working _, DeviceState.Stopped _ -> Optional.empty();
        };
    }

    private Chip state(DeviceState state) {
        return switch (state) {
            case DeviceState.Starting _ -> chip(Tone.INFORMATION, Glyph.HOURGLASS, "staff.device.starting");
            case DeviceState.Working _ -> chip(Tone.SUCCESS, Glyph.CHECK, "staff.device.working");
            case DeviceState.Attention _ -> chip(Tone.ATTENTION, Glyph.EXCLAMATION, "staff.device.attention");
            case DeviceState.Failed failed ->
                chip(Tone.ALARM, Glyph.CROSS, failed.isRetried() ? "staff.device.failed" : "staff.device.given");
            case DeviceState.Stopped _ -> chip(Tone.PLAIN, Glyph.MINUS, "staff.device.stopped");
        };
    }

    private Chip chip(Tone tone, Glyph glyph, String key) {
        return new Chip(tone, glyph, texts.get(key), "type-24", "bold");
    }

    private String advice(DeviceFault.Kind kind) {
        return switch (kind) {
            case NOT_FOUND, DISCONNECTED -> texts.get("staff.device.advice.cable");
            case NO_ANSWER, GARBLED, DRIVER_ERROR -> texts.get("staff.device.advice.restart");
            case REFUSED -> texts.get("staff.device.advice.refused");
            case BUSY -> texts.get("staff.device.advice.busy");
            case PAPER_OUT -> texts.get("staff.device.advice.paper");
            case FULL -> texts.get("staff.device.advice.full");
            case COVER_OPEN -> texts.get("staff.device.advice.cover");
            case MISCONFIGURED -> texts.get("staff.device.advice.settings");
            case CARD_MOVED, CARD_WITHOUT_IDENTITY, CARD_UNSUPPORTED, CARD_EXPIRED, CARD_INVALID ->
                texts.get("staff.device.advice.card");
        };
    }
}
