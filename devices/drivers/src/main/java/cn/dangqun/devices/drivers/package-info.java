/// The command line of devices: what is connected to this machine, and whether what is configured works.
@NullMarked
package cn.dangqun.devices.drivers;

import org.jspecify.annotations.NullMarked;
