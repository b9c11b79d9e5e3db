/// Ports to the hardware of a kiosk: what each device can do, what it reports, how it fails. No hardware library, no
/// I/O.
@NullMarked
package cn.dangqun.devices.api;

import org.jspecify.annotations.NullMarked;
