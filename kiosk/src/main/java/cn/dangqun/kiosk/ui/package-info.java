/// Theme, texts, controls and the one door to the FX thread. Knows no feature.
@NullMarked
package cn.dangqun.kiosk.ui;

import org.jspecify.annotations.NullMarked;
