/// The kiosk's voice: clips recorded beforehand, joined and played one announcement after another. No speech is
/// synthesised while the kiosk runs.
@NullMarked
package cn.dangqun.devices.drivers.voice;

import org.jspecify.annotations.NullMarked;
