/// Checking in: from a presented card or code to a fact on disk and the screen that says so.
@NullMarked
package cn.dangqun.kiosk.checkin;

import org.jspecify.annotations.NullMarked;
