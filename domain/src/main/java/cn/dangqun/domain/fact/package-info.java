/// What happened at a kiosk, in words that are never changed afterwards.
@NullMarked
package cn.dangqun.domain.fact;

import org.jspecify.annotations.NullMarked;
