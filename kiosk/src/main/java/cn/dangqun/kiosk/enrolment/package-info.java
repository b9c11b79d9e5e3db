/// 本机登记: what stands on the screen before the street knows this kiosk.
@NullMarked
package cn.dangqun.kiosk.enrolment;

import org.jspecify.annotations.NullMarked;
