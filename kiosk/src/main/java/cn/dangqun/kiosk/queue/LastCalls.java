package cn.dangqun.kiosk.queue;

import cn.dangqun.kiosk.place.Strip;
import cn.dangqun.kiosk.ui.Look;
import javafx.scene.layout.Region;

/// The newest calls, at the foot of idle and home (F-50).
final class LastCalls implements Strip {
    private final CallsViewModel model;

    LastCalls(CallsViewModel model) {
        this.model = model;
        model.refresh();
    }

    @Override
    public Region line(Look look) {
        return CallStrip.line(model, look);
    }

    @Override
    public Region large(Look look) {
        return CallStrip.large(model, look);
    }
}
