/// 会议情况: what kiosks recorded of a session, announcement by announcement and ballot by ballot.
@NullMarked
package cn.dangqun.server.meeting;

import org.jspecify.annotations.NullMarked;
