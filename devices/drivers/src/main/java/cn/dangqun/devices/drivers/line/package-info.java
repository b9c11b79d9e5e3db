/// The lines that devices hang on: a serial port, a socket, a device file of the kernel. Every driver that moves bytes
/// does it through one of these.
@NullMarked
package cn.dangqun.devices.drivers.line;

import org.jspecify.annotations.NullMarked;
