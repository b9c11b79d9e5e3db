package cn.dangqun.kiosk.activity;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.Tally;

/// One of today's activities at this site, as the home screen shows it. `guests` are observers and visitors, outside
/// the tally; `merged`: no other kiosk can still change it.
public record ActivityToday(
        Activity activity, String organizationName, Phase phase, Tally tally, int guests, boolean merged) {
    public enum Phase {
        /// The check-in window has not opened
        UPCOMING,
        OPEN,
        CLOSED
    }
}
