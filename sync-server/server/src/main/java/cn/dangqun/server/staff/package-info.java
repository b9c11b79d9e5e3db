/// 值守人员: who may open the staff corner of which kiosks.
@NullMarked
package cn.dangqun.server.staff;

import org.jspecify.annotations.NullMarked;
