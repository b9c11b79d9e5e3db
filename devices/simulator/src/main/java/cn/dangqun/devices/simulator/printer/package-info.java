/// An ESC/POS printer made of software: takes bytes over TCP, prints to pictures, runs out of paper in the middle of a
/// ticket. Knows nothing of the driver, so that it proves what the driver sends.
@NullMarked
package cn.dangqun.devices.simulator.printer;

import org.jspecify.annotations.NullMarked;
