package cn.dangqun.config.wall;

import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.domain.wall.WallSource;
import cn.dangqun.domain.wall.WallText;

/// An official text to begin from, 待核对: the street proofreads it against the printed work before it hangs.
///
/// `compared`: with which public copies it was read word for word and found the same, in words for who writes; empty
/// when with none that is official.
public record PackText(WallSlotId slot, WallText text, WallSource source, String compared) {}
