package cn.dangqun.kiosk.queue;

import cn.dangqun.devices.api.TicketCode;
import java.util.Locale;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// A code on white with its quiet zone, at a size in `em`, for telephones.
public final class QrView extends Region {
    private static final int QUIET_ZONE = 4;

    private final int side;
    private final SVGPath path = new SVGPath();
    private final Scale scale = new Scale(1, 1);

    QrView(TicketQr code, double em) {
        side = code.side() + 2 * QUIET_ZONE;
        path.setContent(code.path());
        path.setManaged(false);
        path.getTransforms().add(scale);
        getChildren().add(path);
        getStyleClass().add("qr");
        var size = String.format(Locale.ROOT, "%.2fem", em);
        setStyle("-fx-min-width: %1$s; -fx-min-height: %1$s; -fx-max-width: %1$s; -fx-max-height: %1$s;"
                .formatted(size));
    }

    public static QrView of(String text, double em) {
        return new QrView(TicketQr.of(text), em);
    }

    /// The same code for a printer.
    public static TicketCode printed(String text) {
        return TicketQr.of(text).code();
    }

    @Override
    protected void layoutChildren() {
        double module = Math.min(getWidth(), getHeight()) / side;
        scale.setX(module);
        scale.setY(module);
        path.setLayoutX(QUIET_ZONE * module);
        path.setLayoutY(QUIET_ZONE * module);
    }
}
