package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Theme;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/// The last four numbers called and their windows, newest first and strongest; away while nobody was called (F-50).
final class CallStrip extends HBox {
    private final Texts texts;
    private final boolean large;

    private CallStrip(CallsViewModel model, Look look, boolean large) {
        this.texts = look.texts();
        this.large = large;
        setId("call-strip");
        Theme.addSheet(this, QueueFeature.class, "queue.css");
        getStyleClass().addAll("gap-40", large ? "call-strip-large" : "call-strip");
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        model.calls().addListener((_, _, now) -> render(now));
        render(model.calls().get());
    }

    /// One line, for the foot of a full screen.
    public static CallStrip line(CallsViewModel model, Look look) {
        return new CallStrip(model, look, false);
    }

    /// To be read across the room.
    public static CallStrip large(CallsViewModel model, Look look) {
        return new CallStrip(model, look, true);
    }

    private void render(List<Ticket> calls) {
        setVisible(!calls.isEmpty());
        setManaged(!calls.isEmpty());
        getChildren().setAll(new Icon(Glyph.BELL, large ? 2 : 1.3, "glyph-red"));
        for (var call : calls) {
            getChildren().add(call(call, call.equals(calls.getFirst())));
        }
    }

    private Node call(Ticket ticket, boolean newest) {
        int window = ticket.last().map(Ticket.LastCall::window).orElse(0);
        var colour = newest ? "red-deep" : "ink";
        var number = Labels.fixed(ticket.number().text(), large ? "type-44" : "type-24", "bold", colour);
        var where = Labels.fixed(
                texts.get("queue.strip.window", window), large ? "type-24" : "type-20", newest ? "red-deep" : "quiet");
        Pane call = large ? new VBox(number, where) : new HBox(number, where);
        call.getStyleClass().add("gap-8");
        if (call instanceof HBox line) {
            line.setAlignment(Pos.BASELINE_LEFT);
        } else if (call instanceof VBox column) {
            column.setAlignment(Pos.CENTER);
        }
        return call;
    }
}
