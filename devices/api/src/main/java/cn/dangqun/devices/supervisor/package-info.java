/// Keeps every configured device running on a thread of its own: start, watch, back off, try again, stop.
/// Publishes each device's state to the screen, the health report and the log once per change (F-72, F-73).
@NullMarked
package cn.dangqun.devices.supervisor;

import org.jspecify.annotations.NullMarked;
