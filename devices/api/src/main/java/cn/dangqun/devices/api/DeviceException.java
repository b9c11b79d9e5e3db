package cn.dangqun.devices.api;

/// Thrown by a driver when its device fails; carries the typed fault. The message is for the log.
public final class DeviceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final DeviceFault.Kind kind;
    private final String detail;

    public DeviceException(DeviceFault.Kind kind, String detail) {
        super(kind + ": " + detail);
        this.kind = kind;
        this.detail = detail;
    }

    public DeviceException(DeviceFault.Kind kind, String detail, Throwable cause) {
        this(kind, detail);
        initCause(cause);
    }

    public DeviceFault fault() {
        return new DeviceFault(kind, detail);
    }
}
