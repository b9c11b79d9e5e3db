/// 服务事项、窗口和开放日历: what may be asked for at which centre, and when numbers are given out.
@NullMarked
package cn.dangqun.server.services;

import org.jspecify.annotations.NullMarked;
