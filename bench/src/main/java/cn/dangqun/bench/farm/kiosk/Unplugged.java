package cn.dangqun.bench.farm.kiosk;

import cn.dangqun.devices.simulator.SimulatedDevice;
import java.io.IOException;

/// A device has lost its plug: whoever needs it comes again when it is back, the others are served.
record Unplugged(VirtualKiosk kiosk, Class<? extends SimulatedDevice> device, SentAway sentAway) implements Trouble {
    Unplugged(VirtualKiosk kiosk, Class<? extends SimulatedDevice> device) {
        this(kiosk, device, new SentAway(kiosk));
    }

    @Override
    public void strike() {
        kiosk.unplug(device);
    }

    @Override
    public void serve(Visitor person) throws IOException, InterruptedException {
        sentAway.tryOnce(person);
    }

    @Override
    public void end() throws IOException, InterruptedException {
        kiosk.plugIn(device);
        sentAway.comeAgain();
    }
}
