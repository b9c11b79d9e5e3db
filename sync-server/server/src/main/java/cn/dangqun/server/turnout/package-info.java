/// 出勤: who was due and who came, by organisation, activity and member, over any days.
@NullMarked
package cn.dangqun.server.turnout;

import org.jspecify.annotations.NullMarked;
