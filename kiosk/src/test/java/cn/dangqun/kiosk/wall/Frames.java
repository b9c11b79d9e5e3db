package cn.dangqun.kiosk.wall;

import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.wall.Validity;
import cn.dangqun.domain.wall.WallBoard;
import cn.dangqun.domain.wall.WallBoard.Hanging;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.domain.wall.WallText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A wall with made-up content.
public final class Frames {
    public static final WallLibrary LIBRARY = WallLibrary.shipped();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final String LONG = """
            # 一、组织生活
            本季度召开支部党员大会 1 次、党课 1 次，主题党日每月 1 次，应到 32 人，平均实到 28 人；请假的同志已补课。
            # 二、发展党员
            （一）现有入党积极分子 3 名，培养联系人每月谈话一次。
            （二）本季度确定发展对象 1 名，已公示五个工作日，没有收到不同意见。
            # 三、党员服务
            1. 走访老党员和困难党员 12 户，帮助办理事项 9 件，其中上门代办 4 件。
            2. 3 号楼至 6 号楼楼道灯已更换，共 48 盏，费用 6240 元，由社区党组织服务群众专项经费列支。
            第三条　下季度安排：每月 10 日主题党日；第一周召开支部党员大会，听取“关于换届选举工作”的说明。
            """;

    static final String TABLE = """
            （示例文本，仅供演示，不是正式文件）
            # 收支明细
            | 项目 | 说明 | 金额（元） |
            | 工作经费 | 上级拨付 | 20000 |
            | 楼道灯更换 | 3 号楼至 6 号楼，共 48 盏 | 6240 |
            | 志愿服务用品 | 马甲 20 件、手套 40 双 | 1380 |
            | 图书更新 | 活动室，62 册 | 900 |
            | 结余 | 转入下季度 | 11480 |
            """;

    private Frames() {}

    public static WallSlot slot(String id) {
        return LIBRARY.catalogue().find(new WallSlotId(id)).orElseThrow();
    }

    public static Hanging hanging(String id, String title, String body) {
        var slot = slot(id);
        return new Hanging(slot, piece(slot, title, body));
    }

    private static WallPiece piece(WallSlot slot, String title, String body) {
        var place = switch (slot.reach()) {
            case STREET -> new WallPlace.Street();
            case COMMUNITY -> new WallPlace.Community(new OrganizationId("c1"));
            case BRANCH -> new WallPlace.Branch(new OrganizationId("c1-b1"));
            case SITE -> new WallPlace.Site("site-1");
        };
        return new WallPiece(
                new WallPieceId(slot.id() + "-1"),
                slot.id(),
                place,
                1,
                slot.holds(),
                new WallText(title, body),
                Optional.empty(),
                Validity.from(DAY),
                DAY);
    }

    /// Everything of the shipped pack, and something made up in every other frame.
    public static WallBoard full() {
        var hanging = new ArrayList<Hanging>();
        for (var slot : LIBRARY.catalogue().all()) {
            if (slot.isForbidden()) {
                continue;
            }
            var pack = LIBRARY.textFor(slot.id());
            hanging.add(
                    pack.isPresent()
                            ? official(slot)
                            : hanging(slot.id().value(), slot.title() + "（示例）", "示例文本，仅供演示。\n" + LONG));
        }
        return new WallBoard(hanging);
    }

    private static Hanging official(WallSlot slot) {
        var pack = LIBRARY.textFor(slot.id()).orElseThrow();
        return new Hanging(
                slot,
                new WallPiece(
                        new WallPieceId(slot.id() + "-1"),
                        slot.id(),
                        new WallPlace.Street(),
                        1,
                        slot.holds(),
                        pack.text(),
                        Optional.of(pack.source()),
                        Validity.from(DAY),
                        DAY));
    }

    /// Fee notices of so many branches, side by side.
    public static List<Hanging> ofBranches(int count) {
        var slot = slot("fees");
        var hanging = new ArrayList<Hanging>();
        for (int i = 1; i <= count; i++) {
            var piece = new WallPiece(
                    new WallPieceId("fees-" + i),
                    slot.id(),
                    new WallPlace.Branch(new OrganizationId("c1-b" + i)),
                    1,
                    slot.holds(),
                    new WallText("上半年党费收缴情况", "本支部应交党费党员 32 名，已全部按时交纳。（示例文本）"),
                    Optional.empty(),
                    Validity.from(DAY),
                    DAY);
            hanging.add(new Hanging(slot, piece, "样例社区第" + "一二三四五六七八九十".charAt((i - 1) % 10) + "党支部"));
        }
        return hanging;
    }

    public static WallBoard only(Hanging... hanging) {
        return new WallBoard(List.of(hanging));
    }
}
