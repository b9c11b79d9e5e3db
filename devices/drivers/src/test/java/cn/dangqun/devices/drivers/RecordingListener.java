package cn.dangqun.devices.drivers;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.domain.credential.Credential;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Keeps what a device reported, in order.
public final class RecordingListener implements DeviceListener {
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    /// The next report, or "nothing" after ten seconds.
    public String next() throws InterruptedException {
        var report = said.poll(10, TimeUnit.SECONDS);
        return report == null ? "nothing" : report;
    }

    @Override
    public void working() {
        said.add("working");
    }

    @Override
    public void attention(String reason) {
        said.add("attention: " + reason);
    }

    @Override
    public void presented(Credential credential) {
        said.add("presented");
    }

    @Override
    public void misread(DeviceFault fault) {
        said.add("misread");
    }
}
