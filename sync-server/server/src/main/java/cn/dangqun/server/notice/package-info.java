/// 提前通知: who on the rolls of a planned activity was told of it (R-102, OQ-06).
@NullMarked
package cn.dangqun.server.notice;

import org.jspecify.annotations.NullMarked;
