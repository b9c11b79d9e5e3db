package cn.dangqun.kiosk.print;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DocumentResult;
import cn.dangqun.kiosk.print.PrintDesk.Outcome;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.shell.TestKiosk;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// 打印 in every state.
public final class PrintScenes {
    private static final DeviceFault NO_PAPER = new DeviceFault(DeviceFault.Kind.PAPER_OUT, "by the test");

    private PrintScenes() {}

    public static void addTo(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        scenes.accept("print-choosing", kiosk -> {
            enter(kiosk);
            model(kiosk).choose("U盘");
        });
        scenes.accept("print-no-printer", kiosk -> {
            kiosk.services.printing.printers = List.of();
            enter(kiosk);
        });
        scenes.accept("print-many-printers", kiosk -> {
            kiosk.services.printing.printers = List.of("办公室打印机", "社区二楼会议室的彩色打印机", "U盘", "备用打印机");
            enter(kiosk);
            model(kiosk).choose("社区二楼会议室的彩色打印机");
            model(kiosk).print();
        });
        scenes.accept("print-working", kiosk -> {
            kiosk.services.printing.slow = true;
            enter(kiosk);
            model(kiosk).print();
            kiosk.services.printing.pending.getFirst();
        });
        said(scenes, "print-printed", new Outcome.Answered(new DocumentResult.Printed(5)));
        said(scenes, "print-saved", new Outcome.Answered(new DocumentResult.Saved(5, "2026-11-29-支部党员大会-已签签到表-2.pdf")));
        said(scenes, "print-held", new Outcome.Answered(new DocumentResult.Queued(5, Optional.of(NO_PAPER))));
        said(scenes, "print-unknown", new Outcome.Answered(new DocumentResult.Unknown(5, NO_PAPER)));
        said(scenes, "print-not-made", new Outcome.NotMade());
        for (var kind : List.of(DeviceFault.Kind.NOT_FOUND, DeviceFault.Kind.REFUSED)) {
            said(
                    scenes,
                    "print-refused-" + kind,
                    new Outcome.Answered(new DocumentResult.NotPrinted(5, new DeviceFault(kind, "by the test"))));
        }
    }

    private static void said(BiConsumer<String, Consumer<TestKiosk>> scenes, String name, Outcome outcome) {
        scenes.accept(name, kiosk -> {
            kiosk.services.printing.outcome = outcome;
            enter(kiosk);
            model(kiosk).print();
        });
    }

    private static void enter(TestKiosk kiosk) {
        kiosk.services.printing.pending.forEach(each -> each.complete(new Outcome.NotMade()));
        kiosk.services.printing.tray.put(new PaperOffer(
                Samples.THEME_DAY.title(),
                List.of(
                        new PaperOffer.Sheet("空白签到表", "2026-11-29-主题党日-空白签到表", () -> {
                            throw new IllegalStateException("the fake prints nothing");
                        }),
                        new PaperOffer.Sheet("已签签到表", "2026-11-29-主题党日-已签签到表", () -> {
                            throw new IllegalStateException("the fake prints nothing");
                        })),
                "roll"));
        kiosk.shell().admit(Samples.staff().getFirst());
        kiosk.shell().go(PaperTray.PLACE);
    }

    private static PrintViewModel model(TestKiosk kiosk) {
        return kiosk.services.place(PrintPlace.class).model();
    }
}
