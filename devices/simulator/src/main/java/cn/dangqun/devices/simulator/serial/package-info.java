/// Pseudo-terminals in plain Java: a serial line whose far end is held by a test or a simulator. Linux only.
@NullMarked
package cn.dangqun.devices.simulator.serial;

import org.jspecify.annotations.NullMarked;
