/// Who is due and who came, as this kiosk's facts and the street say: the projection, and the questions one asks it.
@NullMarked
package cn.dangqun.kiosk.attendance;

import org.jspecify.annotations.NullMarked;
