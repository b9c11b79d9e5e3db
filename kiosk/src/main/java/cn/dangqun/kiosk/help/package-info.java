/// 求助: who is here to help, and how to check in.
@NullMarked
package cn.dangqun.kiosk.help;

import org.jspecify.annotations.NullMarked;
