package cn.dangqun.devices.api;

import java.time.Instant;

/// State of one device as the supervisor knows it. `since` is when this state began.
public sealed interface DeviceState {
    Instant since();

    record Starting(Instant since) implements DeviceState {}

    record Working(Instant since) implements DeviceState {}

    /// Works, and staff should look at it soon (paper near its end).
    record Attention(Instant since, String reason) implements DeviceState {}

    /// `retryAt`: when the supervisor will try again; equal to `since` when it will not.
    record Failed(Instant since, DeviceFault fault, Instant retryAt) implements DeviceState {
        public boolean isRetried() {
            return retryAt.isAfter(since);
        }
    }

    record Stopped(Instant since) implements DeviceState {}
}
