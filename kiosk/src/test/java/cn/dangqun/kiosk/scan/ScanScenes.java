package cn.dangqun.kiosk.scan;

import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.shell.TestKiosk;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// 拍签到表 in every state.
public final class ScanScenes {
    private ScanScenes() {}

    public static void addTo(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        scenes.accept("scan-camera", ScanScenes::enter);
        scenes.accept("scan-waiting", kiosk -> {
            kiosk.services.scans.seen = Optional.empty();
            enter(kiosk);
        });
        scenes.accept("scan-nothing", kiosk -> {
            kiosk.services.scans.camera = false;
            kiosk.services.scans.stick = false;
            enter(kiosk);
        });
        scenes.accept("scan-taken", kiosk -> {
            enter(kiosk);
            model(kiosk).take();
        });
        scenes.accept("scan-turned", kiosk -> {
            enter(kiosk);
            model(kiosk).take();
            model(kiosk).turn();
        });
        scenes.accept("scan-kept", kiosk -> {
            enter(kiosk);
            model(kiosk).take();
            model(kiosk).keep();
        });
        scenes.accept("scan-not-saved", kiosk -> {
            kiosk.services.scans.answer = ScanDesk.Answer.NOT_SAVED;
            enter(kiosk);
            model(kiosk).take();
            model(kiosk).keep();
        });
        scenes.accept("scan-stick", kiosk -> {
            kiosk.services.scans.files = Optional.of(IntStream.range(0, 20)
                    .mapToObj(i -> "DCIM/一个名字非常长的文件夹/支部党员大会签到表第" + i + "页.jpg")
                    .toList());
            enter(kiosk);
            model(kiosk).useStick();
        });
        scenes.accept("scan-no-camera", kiosk -> {
            kiosk.services.scans.camera = false;
            enter(kiosk);
        });
        scenes.accept("scan-no-stick", kiosk -> {
            kiosk.services.scans.files = Optional.empty();
            enter(kiosk);
            model(kiosk).useStick();
        });
        scenes.accept("scan-no-picture", kiosk -> {
            kiosk.services.scans.opened = Optional.empty();
            enter(kiosk);
            model(kiosk).useStick();
            model(kiosk).choose("签到表-1.png");
        });
        scenes.accept("scan-no-files", kiosk -> {
            kiosk.services.scans.files = Optional.of(List.of());
            enter(kiosk);
            model(kiosk).useStick();
        });
    }

    private static void enter(TestKiosk kiosk) {
        kiosk.services.scans.tray.put(new ScanTray.Order(Samples.THEME_DAY, "roll"));
        kiosk.shell().admit(Samples.staff().getFirst());
        kiosk.shell().go(ScanTray.PLACE);
    }

    private static ScanViewModel model(TestKiosk kiosk) {
        return kiosk.services.place(ScanPlace.class).model();
    }
}
