package cn.dangqun.devices.drivers.printer;

/// What a printer may say of itself by `DLE EOT`; every bit the command defines has its name here, with the question it
/// answers.
enum PrinterCondition {
    DRAWER_PIN_HIGH(StatusQuery.PRINTER, 0x04),
    OFFLINE(StatusQuery.PRINTER, 0x08),
    WAITING_FOR_RECOVERY(StatusQuery.PRINTER, 0x20),
    FEED_BUTTON_PRESSED(StatusQuery.PRINTER, 0x40),
    COVER_OPEN(StatusQuery.OFFLINE_CAUSE, 0x04),
    FEEDING_BY_BUTTON(StatusQuery.OFFLINE_CAUSE, 0x08),
    STOPPED_BY_PAPER_END(StatusQuery.OFFLINE_CAUSE, 0x20),
    ERROR(StatusQuery.OFFLINE_CAUSE, 0x40),
    RECOVERABLE_ERROR(StatusQuery.ERROR_CAUSE, 0x04),
    CUTTER_ERROR(StatusQuery.ERROR_CAUSE, 0x08),
    UNRECOVERABLE_ERROR(StatusQuery.ERROR_CAUSE, 0x20),
    AUTO_RECOVERABLE_ERROR(StatusQuery.ERROR_CAUSE, 0x40),
    PAPER_NEAR_END(StatusQuery.PAPER, 0x0C),
    PAPER_END(StatusQuery.PAPER, 0x60);

    private final StatusQuery query;
    private final int bits;

    PrinterCondition(StatusQuery query, int bits) {
        this.query = query;
        this.bits = bits;
    }

    boolean isSaidBy(StatusQuery asked, int octet) {
        return asked == query && (octet & bits) != 0;
    }
}
