/// Activities of organisation life and the time in which a kiosk accepts check-ins for them.
@NullMarked
package cn.dangqun.domain.activity;

import org.jspecify.annotations.NullMarked;
