/// 取号 and 叫号: numbers on screen and paper, and the desk that calls them.
@NullMarked
package cn.dangqun.kiosk.queue;

import org.jspecify.annotations.NullMarked;
