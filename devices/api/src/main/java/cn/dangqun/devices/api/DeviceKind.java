package cn.dangqun.devices.api;

/// The kinds of device a kiosk may have; at most a handful of each.
public enum DeviceKind {
    CARD_READER,
    CODE_SCANNER,
    TICKET_PRINTER,
    /// Of whole pages: a printer behind a queue, or a USB stick
    DOCUMENT_PRINTER,
    SIGNAL_LIGHT,
    VOICE,
    /// The control port of the simulator; its presence in a real centre is itself worth seeing
    SIMULATOR
}
