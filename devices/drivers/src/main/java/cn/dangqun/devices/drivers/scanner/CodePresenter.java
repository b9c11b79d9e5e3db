package cn.dangqun.devices.drivers.scanner;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.HoldOff;
import cn.dangqun.domain.credential.Credential;
import java.time.Duration;

/// Presents each code once: the same text again only after it was out of sight for two seconds (F-09). A text too long
/// for a code is a misread. For the device's thread.
public final class CodePresenter implements ScanSink {
    public static final Duration HOLD_OFF = Duration.ofSeconds(2);

    private final DeviceListener listener;
    private final HoldOff holdOff;

    /// `holdOff`: kept by the device, so that a code is not new because the device was lost for a moment.
    public CodePresenter(DeviceListener listener, HoldOff holdOff) {
        this.listener = listener;
        this.holdOff = holdOff;
    }

    @Override
    public void scanned(String text) {
        if (!holdOff.admits(text)) {
            return;
        }
        if (text.length() > Credential.Code.MAX_LENGTH) {
            unusable("more than " + Credential.Code.MAX_LENGTH + " characters");
        } else {
            listener.presented(new Credential.Code(text));
        }
    }

    @Override
    public void unusable(String why) {
        listener.misread(new DeviceFault(DeviceFault.Kind.GARBLED, why));
    }
}
