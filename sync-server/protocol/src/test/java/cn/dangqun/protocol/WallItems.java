package cn.dangqun.protocol;

import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.period.PeriodKind;
import cn.dangqun.domain.rule.RuleId;
import cn.dangqun.domain.wall.PublicityColumn;
import cn.dangqun.domain.wall.PublicityCycle;
import cn.dangqun.domain.wall.Validity;
import cn.dangqun.domain.wall.WallClassification;
import cn.dangqun.domain.wall.WallColumn;
import cn.dangqun.domain.wall.WallDemand;
import cn.dangqun.domain.wall.WallGroup;
import cn.dangqun.domain.wall.WallPicture;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.domain.wall.WallSource;
import cn.dangqun.domain.wall.WallText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Frames and pieces that use every field.
final class WallItems {
    static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    static final WallSlot OATH = new WallSlot(
            new WallSlotId("oath"),
            "入党誓词",
            WallGroup.CONSTITUTION,
            10,
            WallDemand.MANDATORY,
            WallClassification.PUBLIC_TEXT,
            WallReach.STREET,
            true,
            Optional.empty(),
            new RuleId("R-005"));
    static final WallSlot FEES = new WallSlot(
            new WallSlotId("fees"),
            "党费收缴情况",
            WallGroup.PUBLICITY,
            40,
            WallDemand.USUAL,
            WallClassification.PUBLICITY,
            WallReach.BRANCH,
            false,
            Optional.of(new WallColumn(
                    PublicityColumn.PARTY, new PublicityCycle(PeriodKind.HALF_YEAR, OptionalInt.of(10)), true)),
            new RuleId("R-131"));

    static final WallSlot FLOW = new WallSlot(
            new WallSlotId("flow-oath"),
            "入党宣誓流程图",
            WallGroup.FLOWS,
            80,
            WallDemand.ALLOWED,
            WallClassification.SERVICE_PROCESS,
            WallReach.STREET,
            false,
            Optional.empty(),
            new RuleId("R-011"));

    private WallItems() {}

    static WallPiece oath() {
        return new WallPiece(
                new WallPieceId("v-1"),
                OATH.id(),
                new WallPlace.Street(),
                3,
                WallClassification.PUBLIC_TEXT,
                new WallText("入党誓词", "样例正文\n（一）𠮷"),
                Optional.of(new WallSource("章程第六条", "二十大修改", Optional.of(DAY))),
                new Validity(DAY, Optional.of(DAY.plusDays(30))),
                DAY);
    }

    /// With two pictures, the second of which says more than one line holds.
    static WallPiece pictured() {
        var words = fees(new WallPlace.Site("site-1"));
        return new WallPiece(
                new WallPieceId("v-3"),
                words.slot(),
                words.place(),
                2,
                words.classification(),
                words.text(),
                words.source(),
                words.validity(),
                words.publishedOn(),
                words.publishedAt(),
                List.of(
                        new WallPicture(new ContentFile(ContentId.of(new byte[] {1}), 1), 2160, 1215, "第一页"),
                        new WallPicture(
                                new ContentFile(ContentId.of(new byte[2]), 768 * 1024), 1, 2160, "𠮷".repeat(200))));
    }

    static WallPiece fees(WallPlace place) {
        return new WallPiece(
                new WallPieceId("v-2"),
                FEES.id(),
                place,
                1,
                WallClassification.PUBLICITY,
                new WallText("上半年党费收缴情况", "样例正文"),
                Optional.empty(),
                Validity.from(DAY),
                DAY,
                Instant.ofEpochMilli(1_795_600_000_123L));
    }
}
