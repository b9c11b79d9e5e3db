package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.sync.SyncStatus;
import java.time.Instant;

/// What idle and home show of the kiosk itself: name, clock, and how the street is heard.
public record HomeState(String siteName, Instant now, SyncStatus sync) {}
