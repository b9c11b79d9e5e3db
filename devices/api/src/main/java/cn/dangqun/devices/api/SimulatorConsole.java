package cn.dangqun.devices.api;

/// The hands of the simulator: one command line in, one answer line out, the same words as its control port. Found by
/// `ServiceLoader`; absent when the simulator is not installed. Safe from any thread, never blocks.
public interface SimulatorConsole {
    /// Runs a command such as `tap uid 04A1B2C3D4E5F6`, `code TEXT`, `fault reader DISCONNECTED`, `heal reader`,
    /// `list`. Answers `ok`, `ok …` or `error …`.
    String execute(String line);
}
