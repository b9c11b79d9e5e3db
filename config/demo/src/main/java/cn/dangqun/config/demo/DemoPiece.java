package cn.dangqun.config.demo;

import cn.dangqun.domain.wall.WallDraft;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallSlot;

/// Something that hangs in the demonstration street since the first day of its validity.
public record DemoPiece(WallSlot slot, WallPlace place, WallDraft draft) {}
