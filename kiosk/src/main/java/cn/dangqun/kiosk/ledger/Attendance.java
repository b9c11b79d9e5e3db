package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.activity.ActivityId;
import java.time.Instant;

/// A check-in that stands: recorded as `seq`, not voided.
public record Attendance(long seq, ActivityId activity, Instant at) {}
