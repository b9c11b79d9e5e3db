/// Ticket printers that speak ESC/POS, over TCP, a serial line or a USB printer file. The ticket is drawn here, dot by
/// dot, so that every character prints right on every printer.
@NullMarked
package cn.dangqun.devices.drivers.printer;

import org.jspecify.annotations.NullMarked;
