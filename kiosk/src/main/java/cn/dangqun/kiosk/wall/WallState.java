package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.wall.WallGroup;
import java.util.List;

/// What the wall's screen shows.
sealed interface WallState {
    /// The frames of one group; `groups` are those in which something hangs, never empty.
    record Listed(List<WallGroup> groups, WallGroup group, List<WallRow> frames) implements WallState {
        public Listed {
            groups = List.copyOf(groups);
            frames = List.copyOf(frames);
        }
    }

    /// One frame in which each branch has its own, to choose from.
    record Shared(WallRow frame) implements WallState {}

    /// `shared`: what is read was chosen from those of several branches.
    record Reading(WallPage page, boolean shared) implements WallState {}
}
