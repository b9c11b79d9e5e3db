package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.CodeScanner;
import cn.dangqun.domain.credential.Credential;

/// Driver `sim-scanner`: a code scanner that is told what it saw.
public record SimulatedScanner(String name, DeviceScript script) implements CodeScanner, SimulatedDevice {
    /// @throws IllegalArgumentException when the text is longer than a code may be
    public boolean scan(String text) {
        var code = new Credential.Code(text);
        return script.play(listener -> listener.presented(code));
    }
}
