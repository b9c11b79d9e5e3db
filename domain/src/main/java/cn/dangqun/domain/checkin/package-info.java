/// What one presented card or code comes to.
@NullMarked
package cn.dangqun.domain.checkin;

import org.jspecify.annotations.NullMarked;
