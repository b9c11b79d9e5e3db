/// What the tests of several drivers share.
@NullMarked
package cn.dangqun.devices.drivers;

import org.jspecify.annotations.NullMarked;
