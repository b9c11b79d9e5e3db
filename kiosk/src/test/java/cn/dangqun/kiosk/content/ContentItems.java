package cn.dangqun.kiosk.content;

import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.rule.RuleId;
import cn.dangqun.domain.wall.Validity;
import cn.dangqun.domain.wall.WallClassification;
import cn.dangqun.domain.wall.WallDemand;
import cn.dangqun.domain.wall.WallGroup;
import cn.dangqun.domain.wall.WallPicture;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.domain.wall.WallText;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/// Files, and pieces of the wall that name them.
public final class ContentItems {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final WallSlot SLOT = new WallSlot(
            new WallSlotId("room-rules"),
            "活动室管理制度",
            WallGroup.RULES,
            1,
            WallDemand.MANDATORY,
            WallClassification.PUBLIC_RULE,
            WallReach.COMMUNITY,
            false,
            Optional.empty(),
            new RuleId("R-010"));

    private ContentItems() {}

    public static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    public static ContentFile file(byte[] bytes) {
        return new ContentFile(ContentId.of(bytes), bytes.length);
    }

    public static ReferenceItem slot() {
        return new ReferenceItem.WallSlotItem(SLOT);
    }

    /// Hangs from then on, one picture for each file.
    public static ReferenceItem piece(String id, ContentFile... files) {
        return new ReferenceItem.WallPieceItem(new WallPiece(
                new WallPieceId(id),
                SLOT.id(),
                new WallPlace.Community(MadeUpStreet.COMMUNITY),
                1,
                SLOT.holds(),
                new WallText("样例标题", "样例正文"),
                Optional.empty(),
                Validity.from(DAY),
                DAY,
                Instant.EPOCH,
                Arrays.stream(files)
                        .map(each -> new WallPicture(each, 40, 30, "样例图片"))
                        .toList()));
    }
}
