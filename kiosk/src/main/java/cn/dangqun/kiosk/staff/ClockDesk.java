package cn.dangqun.kiosk.staff;

import cn.dangqun.domain.fact.ClockReading;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/// What the kiosk believes about the time, and staff who say what it is (F-74, OQ-21). May be called from any thread;
/// never blocks.
public interface ClockDesk {
    ClockReading.Decided time();

    /// It is `now`, says `staff`. False when that could not be recorded: then nothing has changed. Never completes
    /// exceptionally.
    CompletableFuture<Boolean> confirm(String staff, Instant now);
}
