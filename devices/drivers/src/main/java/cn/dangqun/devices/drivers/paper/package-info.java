/// Whole pages on their way out of the kiosk: to a printer by IPP, most often through the machine's own CUPS,
/// or into a folder, which is a USB stick.
@NullMarked
package cn.dangqun.devices.drivers.paper;

import org.jspecify.annotations.NullMarked;
