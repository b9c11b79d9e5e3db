package cn.dangqun.devices.api;

import java.util.Optional;

/// What became of one document.
public sealed interface DocumentResult {
    long job();

    /// The queue says that it has been printed.
    record Printed(long job) implements DocumentResult {}

    /// It lies complete on the stick, under this file name.
    record Saved(long job, String file) implements DocumentResult {}

    /// The queue has it and prints it when it can, without another order. `holdUp` is what the queue reports,
    /// such as PAPER_OUT.
    record Queued(long job, Optional<DeviceFault> holdUp) implements DocumentResult {}

    /// Neither printed nor waiting to be; ordering it again is safe.
    record NotPrinted(long job, DeviceFault fault) implements DocumentResult {}

    /// Some or all of it may have been printed. Only a person at the printer can tell.
    record Unknown(long job, DeviceFault fault) implements DocumentResult {}
}
