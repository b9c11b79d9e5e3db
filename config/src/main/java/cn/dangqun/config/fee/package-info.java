/// Scales of membership fees, as data.
@NullMarked
package cn.dangqun.config.fee;

import org.jspecify.annotations.NullMarked;
