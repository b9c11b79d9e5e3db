package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.wall.WallBoard;
import cn.dangqun.domain.wall.WallGroup;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.shell.Scenes;
import cn.dangqun.kiosk.shell.TestKiosk;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The wall's screens: its lists, its pages, and its turns while nobody is here.
public final class WallScenes {
    private final BiConsumer<String, Consumer<TestKiosk>> scenes;

    private WallScenes(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        this.scenes = scenes;
    }

    public static void addTo(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        new WallScenes(scenes).all();
    }

    private void all() {
        for (var group : WallGroup.values()) {
            scenes.accept("wall-list-" + group.name().toLowerCase(Locale.ROOT), kiosk -> {
                kiosk.shell().go("wall");
                model(kiosk).show(group);
            });
        }
        scenes.accept("wall-list-oath-only", kiosk -> {
            kiosk.services.board = Frames.only(Frames.LIBRARY.lastResort());
            kiosk.shell().go("wall");
        });
        for (var slot : List.of("oath", "rights", "duties", "publicity-party", "opening-hours")) {
            scenes.accept("wall-page-" + slot, kiosk -> read(kiosk, slot));
        }
        scenes.accept("wall-page-table", kiosk -> {
            kiosk.services.board = Frames.only(Frames.hanging("publicity-finance", "第四季度居务经费收支公开", Frames.TABLE));
            read(kiosk, "publicity-finance");
        });
        scenes.accept("wall-shared-fees", kiosk -> {
            kiosk.services.board = new WallBoard(Frames.ofBranches(10));
            read(kiosk, "fees");
        });
        scenes.accept("wall-page-fees-of-branch", kiosk -> {
            kiosk.services.board = new WallBoard(Frames.ofBranches(3));
            read(kiosk, "fees");
            model(kiosk).read(new WallPieceId("fees-2"));
        });
        scenes.accept("wall-page-rights-last", kiosk -> {
            read(kiosk, "rights");
            IntStream.range(0, 9).forEach(_ -> model(kiosk).turn(1));
        });
        pictured("wall-page-picture", Pictures.landscape(), true);
        pictured("wall-page-picture-upright", Pictures.upright(), true);
        pictured("wall-page-picture-coming", Pictures.landscape(), false);
        scenes.accept("turn-picture", kiosk -> {
            kiosk.services.activities = List.of(Samples.evening());
            Pictures.hang(kiosk.services, List.of(Pictures.upright()), true);
            Scenes.idle(kiosk);
            kiosk.time.pass(WallTurnsViewModel.TURN);
        });
        scenes.accept("wall-page-long-title", kiosk -> {
            kiosk.services.board = Frames.only(Frames.hanging(
                    "publicity-finance", "样例市示范区模范街道样例社区居民委员会第四季度居务经费收支情况及专项资金使用公示", "示例文本".repeat(600)));
            read(kiosk, "publicity-finance");
        });
        turn("oath");
        turn("rights");
        turn("publicity-party");
    }

    private void pictured(String name, byte[] first, boolean come) {
        scenes.accept(name, kiosk -> {
            Pictures.hang(kiosk.services, List.of(first, Pictures.upright()), come);
            read(kiosk, "room-rules");
        });
    }

    private static void read(TestKiosk kiosk, String slot) {
        kiosk.shell().go("wall");
        model(kiosk).read(new WallSlotId(slot));
    }

    /// Nobody is here and no check-in is open.
    private void turn(String first) {
        scenes.accept("turn-" + first, kiosk -> {
            kiosk.services.activities = List.of(Samples.evening());
            kiosk.services.board = new WallBoard(Frames.full().hanging().stream()
                    .dropWhile(each -> !each.slot().id().value().equals(first))
                    .toList());
            Scenes.idle(kiosk);
            kiosk.time.pass(WallTurnsViewModel.TURN);
        });
    }

    private static WallViewModel model(TestKiosk kiosk) {
        return kiosk.services.place(WallPlace.class).model();
    }
}
