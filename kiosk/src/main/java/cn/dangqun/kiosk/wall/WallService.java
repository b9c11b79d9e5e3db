package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.wall.WallBoard;

/// What hangs here today. Answers from memory; safe from any thread.
public interface WallService {
    WallBoard today();

    /// `changed` runs after the street has changed something, on any thread: hand over at once.
    void onChange(Runnable changed);
}
