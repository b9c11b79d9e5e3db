/// Devices that are not there: each does what a script, a test or the control port tells it, faults included.
/// Used by the demo, by tests and by the farm of kiosks; never configured in a centre.
@NullMarked
package cn.dangqun.devices.simulator;

import org.jspecify.annotations.NullMarked;
