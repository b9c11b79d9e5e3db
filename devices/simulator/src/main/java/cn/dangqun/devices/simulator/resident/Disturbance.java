package cn.dangqun.devices.simulator.resident;

import java.time.Duration;

/// What goes wrong with one answer of a simulated reader.
public sealed interface Disturbance {
    /// Answers with this status byte instead.
    record Status(int code) implements Disturbance {}

    /// Does not answer.
    record Silence() implements Disturbance {}

    /// Sends only this many bytes of the answer.
    record Cut(int bytes) implements Disturbance {}

    /// Sends these bytes before the answer.
    record Noise(String hex) implements Disturbance {}

    /// Sends the answer with a wrong last byte.
    record WrongChecksum() implements Disturbance {}

    /// Sends the answer after this long, and hears nothing meanwhile.
    record Late(Duration delay) implements Disturbance {}
}
