/// The camera as a code scanner: a supervised child process delivers gray frames, so that no camera library lives in
/// the kiosk's own process (PLATFORM §4).
@NullMarked
package cn.dangqun.devices.drivers.camera;

import org.jspecify.annotations.NullMarked;
