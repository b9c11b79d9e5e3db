package cn.dangqun.sheets;

/// A file that cannot be read as a sheet.
public final class SheetException extends Exception {
    private static final long serialVersionUID = 1;

    private final SheetFault fault;

    public SheetException(SheetFault fault) {
        super(fault.name());
        this.fault = fault;
    }

    SheetException(SheetFault fault, Throwable cause) {
        super(fault.name(), cause);
        this.fault = fault;
    }

    public SheetFault fault() {
        return fault;
    }
}
