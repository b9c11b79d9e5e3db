/// Hand-held and built-in code scanners: on a serial port, or as a keyboard of their own taken away from the desktop.
@NullMarked
package cn.dangqun.devices.drivers.scanner;

import org.jspecify.annotations.NullMarked;
