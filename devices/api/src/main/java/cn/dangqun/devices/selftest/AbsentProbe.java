package cn.dangqun.devices.selftest;

/// A kind of device this kiosk does not have: by choice, so no fault.
record AbsentProbe(String kind) implements Probe {
    @Override
    public Subject subject() {
        return new Subject(kind, "");
    }

    @Override
    public ProbeResult run() {
        return new ProbeResult.Skipped(ProbeText.of("selftest.skipped.absent"));
    }
}
