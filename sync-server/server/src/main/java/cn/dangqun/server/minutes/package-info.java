/// 会议记录 as the office keeps it beside the hand-written book (R-113, R-114, OQ-08), and the tasks that decisions
/// become (F-102).
@NullMarked
package cn.dangqun.server.minutes;

import org.jspecify.annotations.NullMarked;
