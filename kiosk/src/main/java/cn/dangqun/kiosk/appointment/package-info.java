/// 预约: places kept for people at a time, and their arrival (F-105, R-149, R-155; docs/decisions/0048).
@NullMarked
package cn.dangqun.kiosk.appointment;

import org.jspecify.annotations.NullMarked;
