package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.Camera;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.domain.credential.Credential;

/// Driver `sim-camera`: a camera that is told what is held before it, and sees it only while pictures are wanted.
public final class SimulatedCamera implements Camera, SimulatedDevice {
    private final String name;
    private final DeviceScript script = new DeviceScript();
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

    private void turn(DeviceListener listener, boolean on) {
        if (on != isOn) {
            isOn = on;
            listener.watching(on);
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
