/// 取号 and 叫号: what may be asked for at a centre, numbers, and in which order people are served.
@NullMarked
package cn.dangqun.domain.queue;

import org.jspecify.annotations.NullMarked;
