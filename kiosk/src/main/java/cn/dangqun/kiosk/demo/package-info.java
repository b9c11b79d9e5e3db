/// The small window of a demonstration: people to play, whose cards and codes it shows to the simulated devices.
@NullMarked
package cn.dangqun.kiosk.demo;

import org.jspecify.annotations.NullMarked;
