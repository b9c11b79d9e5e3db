/// 拍签到表: the paper list of an activity, taken with the camera or from a USB stick, looked at, and kept beside the
/// facts.
@NullMarked
package cn.dangqun.kiosk.scan;

import org.jspecify.annotations.NullMarked;
