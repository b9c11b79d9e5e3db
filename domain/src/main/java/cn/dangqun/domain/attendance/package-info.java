/// What a check-in comes to, and the counts shown with it.
@NullMarked
package cn.dangqun.domain.attendance;

import org.jspecify.annotations.NullMarked;
