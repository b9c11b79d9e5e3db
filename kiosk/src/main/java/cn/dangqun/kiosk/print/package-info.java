/// 打印: whole pages from this kiosk, to a printer or a USB stick. Other features say what there is to print.
@NullMarked
package cn.dangqun.kiosk.print;

import org.jspecify.annotations.NullMarked;
