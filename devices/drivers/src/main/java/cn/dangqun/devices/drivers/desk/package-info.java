/// The counter between those who want something from an output device and the device's own thread.
@NullMarked
package cn.dangqun.devices.drivers.desk;

import org.jspecify.annotations.NullMarked;
