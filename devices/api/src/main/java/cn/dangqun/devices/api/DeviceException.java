package cn.dangqun.devices.api;

/// Thrown by a driver when its device fails; carries the typed fault. The message is for the log.
public final class DeviceException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient DeviceFault fault;

    public DeviceException(DeviceFault.Kind kind, String detail) {
        super(kind + ": " + detail);
        this.fault = new DeviceFault(kind, detail);
    }

    public DeviceException(DeviceFault.Kind kind, String detail, Throwable cause) {
        super(kind + ": " + detail, cause);
        this.fault = new DeviceFault(kind, detail);
    }

    public DeviceFault fault() {
        return fault;
    }
}
