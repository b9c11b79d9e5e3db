/// A certified resident ID card reader that is not there, and cards of people who are not there either.
@NullMarked
package cn.dangqun.devices.simulator.resident;

import org.jspecify.annotations.NullMarked;
