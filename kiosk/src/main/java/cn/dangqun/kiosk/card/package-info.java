/// Tying cards to members and untying them, by duty staff (F-16).
@NullMarked
package cn.dangqun.kiosk.card;

import org.jspecify.annotations.NullMarked;
