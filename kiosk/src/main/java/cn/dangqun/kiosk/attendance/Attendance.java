package cn.dangqun.kiosk.attendance;

import cn.dangqun.domain.activity.ActivityId;
import java.time.Instant;

/// A check-in that stands, not voided. Of two, the one with the greater `order` was recorded later.
public record Attendance(long order, ActivityId activity, Instant at) {}
