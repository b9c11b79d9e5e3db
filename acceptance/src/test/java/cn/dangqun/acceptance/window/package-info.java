/// The pages that a kiosk serves to the windows of its centre, with real browsers, real TLS and a kiosk that is killed.
@NullMarked
package cn.dangqun.acceptance.window;

import org.jspecify.annotations.NullMarked;
