package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.Camera;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.Still;
import cn.dangqun.domain.credential.Credential;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Driver `sim-camera`: a camera that is told what is held before it, and sees it only while pictures are wanted.
public final class SimulatedCamera implements Camera, SimulatedDevice {
    private final String name;
    private final DeviceScript script = new DeviceScript();
    private final AtomicReference<@Nullable CompletableFuture<Still>> asked = new AtomicReference<>();
    private volatile @Nullable Still held;
    private volatile boolean isWanted;
    private volatile boolean isOn;

    public SimulatedCamera(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceScript script() {
        return script;
    }

    @Override
    public void want(boolean pictures) {
        isWanted = pictures;
        script.play(this::turn);
    }

    @Override
    public boolean isOn() {
        return isOn;
    }

    @Override
    public void run(DeviceListener listener) throws DeviceException, InterruptedException {
        script.play(this::turn); // on at once when it was wanted while it was broken
        try {
            script.run(listener);
        } finally {
            turn(listener, false);
        }
    }

    private void turn(DeviceListener listener) {
        turn(listener, isWanted);
    }

    @Override
    public CompletableFuture<Still> still() {
        var fresh = new CompletableFuture<Still>();
        var waiting = asked.updateAndGet(earlier -> earlier == null ? fresh : earlier);
        script.play(_ -> answer());
        return waiting == null ? fresh : waiting;
    }

    /// What is held before it from now on; a paper list, until something else is.
    public void hold(Still picture) {
        held = picture;
    }

    private void answer() {
        var waiting = isOn ? asked.getAndSet(null) : null;
        if (waiting != null) {
            var picture = held;
            waiting.complete(picture == null ? SimulatedSheet.draw() : picture);
        }
    }

    private void turn(DeviceListener listener, boolean on) {
        if (on != isOn) {
            isOn = on;
            listener.watching(on);
            answer();
        }
    }

    /// False when nobody looks.
    ///
    /// @throws IllegalArgumentException when the text is longer than a code may be
    public boolean show(String text) {
        var code = new Credential.Code(text);
        return isOn
                && script.play(listener -> {
                    if (isOn) {
                        listener.presented(code);
                    }
                });
    }
}
