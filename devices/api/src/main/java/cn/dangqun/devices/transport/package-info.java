/// The narrow waists between drivers and hardware: exchange one APDU, move bytes over a line. Small enough that a
/// recorder, a replayer or a broken cable is one more decorator.
@NullMarked
package cn.dangqun.devices.transport;

import org.jspecify.annotations.NullMarked;
