/// 办事指南: what each service needs, for whom it is and how it goes, found by audience or by letters.
@NullMarked
package cn.dangqun.kiosk.guide;

import org.jspecify.annotations.NullMarked;
