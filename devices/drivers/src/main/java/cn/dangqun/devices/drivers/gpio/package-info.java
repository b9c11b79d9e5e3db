/// Lamps and buzzer on the pins of a Raspberry Pi, through Pi4J and libgpiod. A machine without pins
/// has no lamps and says so; it starts all the same.
@NullMarked
package cn.dangqun.devices.drivers.gpio;

import org.jspecify.annotations.NullMarked;
