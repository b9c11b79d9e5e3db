package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.ClockReading;

/// Reads all clocks of the kiosk at one moment. May be called from any thread; never blocks.
public interface KioskClock {
    ClockReading read();
}
