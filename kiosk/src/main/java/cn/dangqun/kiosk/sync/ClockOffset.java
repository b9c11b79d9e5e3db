package cn.dangqun.kiosk.sync;

import java.time.Duration;

/// How far the street's clock is ahead of ours, negative when it is behind, give or take `uncertainty`.
public record ClockOffset(Duration streetAhead, Duration uncertainty) {}
