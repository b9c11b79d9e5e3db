/// The devices of this kiosk as staff and the street see them.
@NullMarked
package cn.dangqun.kiosk.device;

import org.jspecify.annotations.NullMarked;
