package cn.dangqun.kiosk.place;

import cn.dangqun.kiosk.ui.UiThread;
import java.util.concurrent.Executor;

/// What places work with. `background`: where the disk is read, one task after another.
public record PlaceContext(UiThread ui, Executor background, Ways ways) {}
