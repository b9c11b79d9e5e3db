package cn.dangqun.kiosk.activity;

import java.util.List;

/// Today's activities in order of start, read from disk. Call from a background thread.
public interface TodaysActivities {
    List<ActivityToday> list();

    /// Whether the clock cannot be right, so that nobody knows which day it is (F-74). On any thread.
    boolean isClockInDoubt();

    /// `changed` runs when the street has changed the plan or the roster, on any thread.
    void onChange(Runnable changed);
}
