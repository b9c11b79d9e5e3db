/// 窗口网页 and 叫号屏: pages that this kiosk serves to the windows and the television of its centre, over TLS, with or
/// without the street (docs/decisions/0033).
@NullMarked
package cn.dangqun.kiosk.window;

import org.jspecify.annotations.NullMarked;
