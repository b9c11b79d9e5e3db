/// Tests of the SAM reader: on a pseudo-terminal, and its parsers under fire.
@NullMarked
package cn.dangqun.devices.drivers.resident;

import org.jspecify.annotations.NullMarked;
