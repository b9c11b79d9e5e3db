/// What a feature brings to the kiosk: places to go to and what stands on home and idle. Knows no feature.
@NullMarked
package cn.dangqun.kiosk.place;

import org.jspecify.annotations.NullMarked;
