package cn.dangqun.kiosk.meeting;

import cn.dangqun.kiosk.print.PaperTray;
import java.time.Clock;

/// 主持会议 over any desk, in a room without a second display.
public final class MeetingFeatures {
    private MeetingFeatures() {}

    public static MeetingFeature without(MeetingDesk desk, Clock clock) {
        return new MeetingFeature(desk, clock, new PaperTray(), new FakeProjector());
    }
}
