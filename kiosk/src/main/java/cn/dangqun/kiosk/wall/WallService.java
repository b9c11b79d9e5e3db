package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.wall.WallBoard;
import java.util.Optional;

/// What hangs here today. Answers from memory unless said otherwise; safe from any thread.
public interface WallService {
    WallBoard today();

    /// Whether this file is here whole. From memory.
    boolean hasCome(ContentId file);

    /// The file's bytes, checked; empty when it is not here. Waits for the disk.
    Optional<byte[]> picture(ContentId file);

    /// `changed` runs after the street has changed something or a file has come, on any thread: hand over at once.
    void onChange(Runnable changed);
}
