package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.Device;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceListener;

/// A device that follows a [DeviceScript]. Implement it beside a port and add it to a [SimulatorBench], and faults,
/// healing and the control port come by themselves.
public interface SimulatedDevice extends Device {
    DeviceScript script();

    @Override
    default void run(DeviceListener listener) throws DeviceException, InterruptedException {
        script().run(listener);
    }
}
