/// How loud a kiosk speaks at which time of day (F-49), as its own settings and the street alike write it.
@NullMarked
package cn.dangqun.domain.voice;

import org.jspecify.annotations.NullMarked;
