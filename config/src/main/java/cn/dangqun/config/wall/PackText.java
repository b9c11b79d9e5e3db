package cn.dangqun.config.wall;

import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.domain.wall.WallSource;
import cn.dangqun.domain.wall.WallText;

/// An official text to begin from, 待核对: the street proofreads it against the printed work before it hangs.
///
/// `compared`: word for word the same on several public copies.
public record PackText(WallSlotId slot, WallText text, WallSource source, boolean compared) {}
