/// Plays recorded sessions back to a driver: what happened once at a real device happens in every test.
@NullMarked
package cn.dangqun.devices.simulator.replay;

import org.jspecify.annotations.NullMarked;
