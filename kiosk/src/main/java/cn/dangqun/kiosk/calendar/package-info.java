/// 活动日历: what is planned at this centre in the coming weeks, for whoever stands before the kiosk; for staff with what
/// the rules have come due (RULES 1.13).
@NullMarked
package cn.dangqun.kiosk.calendar;

import org.jspecify.annotations.NullMarked;
