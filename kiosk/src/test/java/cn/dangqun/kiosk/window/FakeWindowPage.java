package cn.dangqun.kiosk.window;

import cn.dangqun.kiosk.place.Feature;

/// Whether browsers find the kiosk, as the test says.
public final class FakeWindowPage {
    WindowState state = new WindowState.NoAddress();

    public Feature feature() {
        return new WindowFeature(() -> state, () -> {});
    }
}
