/// 上墙内容: what hangs on this wall today, read page by page, and shown in turns while nobody is here.
@NullMarked
package cn.dangqun.kiosk.wall;

import org.jspecify.annotations.NullMarked;
