/// Who works at a kiosk, and what each may do there (RULES §2).
@NullMarked
package cn.dangqun.domain.staff;

import org.jspecify.annotations.NullMarked;
