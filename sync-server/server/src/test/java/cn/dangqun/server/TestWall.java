package cn.dangqun.server;

import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.wall.Validity;
import cn.dangqun.domain.wall.WallClassification;
import cn.dangqun.domain.wall.WallPicture;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.domain.wall.WallText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// 活动室管理制度 of community `c1`.
public final class TestWall {
    public static final WallSlot ROOM_RULES =
            WallLibrary.shipped().catalogue().find(new WallSlotId("room-rules")).orElseThrow();

    private TestWall() {}

    public static ReferenceItem slot() {
        return new ReferenceItem.WallSlotItem(ROOM_RULES);
    }

    /// The same with pictures.
    public static ReferenceItem piece(String id, String community, List<WallPicture> pictures) {
        return new ReferenceItem.WallPieceItem(new WallPiece(
                new WallPieceId(id),
                ROOM_RULES.id(),
                new WallPlace.Community(new OrganizationId(community)),
                1,
                WallClassification.PUBLIC_RULE,
                new WallText("活动室管理制度", "样例正文"),
                Optional.empty(),
                Validity.from(LocalDate.of(2026, 1, 1)),
                LocalDate.of(2026, 1, 1),
                Instant.EPOCH,
                pictures));
    }

    public static ReferenceItem piece(String id) {
        return new ReferenceItem.WallPieceItem(new WallPiece(
                new WallPieceId(id),
                ROOM_RULES.id(),
                new WallPlace.Community(new OrganizationId("c1")),
                1,
                WallClassification.PUBLIC_RULE,
                new WallText("活动室管理制度", "样例正文"),
                Optional.empty(),
                Validity.from(LocalDate.of(2026, 1, 1)),
                LocalDate.of(2026, 1, 1)));
    }
}
