package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.wall.WallBoard.Hanging;
import cn.dangqun.domain.wall.WallGroup;
import java.util.List;

/// What the wall's screen shows.
sealed interface WallState {
    /// The frames of one group; `groups` are those in which something hangs, never empty.
    record Listed(List<WallGroup> groups, WallGroup group, List<Hanging> frames) implements WallState {
        public Listed {
            groups = List.copyOf(groups);
            frames = List.copyOf(frames);
        }
    }

    record Reading(WallPage page) implements WallState {}
}
