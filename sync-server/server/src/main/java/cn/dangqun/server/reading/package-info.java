/// 接口: which other systems may read here, by what token, and what the interface is (docs/decisions/0042). What is read
/// hangs with the features whose it is.
@NullMarked
package cn.dangqun.server.reading;

import org.jspecify.annotations.NullMarked;
