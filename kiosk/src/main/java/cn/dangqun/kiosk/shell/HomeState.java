package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.sync.SyncStatus;
import java.time.Instant;

/// What idle and home show of the kiosk itself: name, clock, and how the street is heard. `clockInDoubt`: `now` is only
/// the earliest that can be and must not be shown (F-74).
public record HomeState(String siteName, Instant now, boolean clockInDoubt, SyncStatus sync) {}
