package cn.dangqun.devices.api;

/// What became of one print job. "Printed" is said only after the printer confirmed it.
public sealed interface PrintResult {
    long job();

    /// The printer worked off everything, cut, and reports no fault.
    record Printed(long job) implements PrintResult {}

    /// Nothing of it reached the paper; offering the job again under a new number is safe.
    record NotPrinted(long job, DeviceFault fault) implements PrintResult {}

    /// Some or all of it may be on paper. Only a person looking at the printer can tell; never repeated by itself.
    record Unknown(long job, DeviceFault fault) implements PrintResult {}
}
