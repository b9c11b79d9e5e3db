/// 起步: what a street that moves in still has to do, counted from what it has done.
@NullMarked
package cn.dangqun.server.start;

import org.jspecify.annotations.NullMarked;
