/// 操作记录: what people did on the console, and who unlocked which kiosk. Reads only; others write.
@NullMarked
package cn.dangqun.server.trail;

import org.jspecify.annotations.NullMarked;
