/// Today's activities at this site and their counts.
@NullMarked
package cn.dangqun.kiosk.activity;

import org.jspecify.annotations.NullMarked;
