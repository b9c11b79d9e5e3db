package cn.dangqun.devices.selftest;

/// A reader or scanner: after its state only a card or code in somebody's hand can tell more.
record PresentationProbe(StateProbe device, String question, String advice) implements Probe {
    @Override
    public Subject subject() {
        return device.subject();
    }

    @Override
    public ProbeResult run() {
        return switch (device.run()) {
            case ProbeResult.Passed _ ->
                new ProbeResult.NeedsPerson(
                        ProbeText.of(question, subject().name()),
                        ProbeText.of(advice, subject().name()));
            case ProbeResult.Failed failed -> failed;
            case ProbeResult.Skipped skipped -> skipped;
            case ProbeResult.NeedsPerson person -> person;
        };
    }
}
