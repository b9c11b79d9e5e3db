/// Wiring of the kiosk process, navigation between screens, and the idle state.
@NullMarked
package cn.dangqun.kiosk.shell;

import org.jspecify.annotations.NullMarked;
