package cn.dangqun.kiosk.activity;

import cn.dangqun.kiosk.device.DeviceBoard;
import cn.dangqun.kiosk.place.Readers;

/// Where the state of readers and scanners is seen; `keyboard`: a scanner that types is configured, too.
public record ReadersToday(DeviceBoard board, boolean keyboard) {
    Readers now() {
        return Readers.of(board, keyboard);
    }
}
