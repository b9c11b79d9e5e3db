/// The staff corner: unlocking, and the state of the kiosk.
@NullMarked
package cn.dangqun.kiosk.staff;

import org.jspecify.annotations.NullMarked;
