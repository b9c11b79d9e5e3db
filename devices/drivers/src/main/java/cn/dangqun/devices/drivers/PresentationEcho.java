package cn.dangqun.devices.drivers;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.supervisor.DeviceEvents;
import cn.dangqun.devices.supervisor.DeviceSnapshot;
import cn.dangqun.domain.credential.Credential;
import java.io.PrintStream;

/// Says on which device something was presented, never what: that answers the question whether the reader reads.
record PresentationEcho(PrintStream out, String words) implements DeviceEvents {
    @Override
    public void presented(String device, Credential credential) {
        out.println(device + "：" + words);
    }

    @Override
    public void misread(String device, DeviceFault fault) {
        out.println(device + "：" + fault.kind());
    }

    @Override
    public void changed(DeviceSnapshot snapshot) {
        // the probes ask for the state themselves
    }
}
