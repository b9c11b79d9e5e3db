package cn.dangqun.kiosk.guide;

import cn.dangqun.config.catalogue.CatalogueReader;
import cn.dangqun.domain.queue.Audience;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.shell.TestKiosk;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// 办事指南 in every state.
public final class GuideScenes {
    private static final List<String> STEPS = List.of("在窗口登记并交材料", "社区入户核实情况", "街道审核并公示七天", "到窗口领取结果");

    private GuideScenes() {}

    /// What a test says of the catalogue.
    public static final class FakeGuide implements GuideDesk {
        private List<GuideEntry> all = List.of();
        private CompletableFuture<Handover> printed = new CompletableFuture<>();

        @Override
        public List<GuideEntry> entries() {
            return all;
        }

        public void reset() {
            printed = CompletableFuture.completedFuture(Handover.PRINTED);
            all = CatalogueReader.shipped().services().stream()
                    .map(each -> new GuideEntry(each.going(STEPS), each.letter() < 'K'))
                    .toList();
        }
    }

    public static GuideFeature feature(FakeGuide guide) {
        return new GuideFeature(guide, _ -> guide.printed, () -> {});
    }

    public static void addTo(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        addPaper(scenes);
        scenes.accept("guide", GuideScenes::enter);
        scenes.accept("guide-audience", kiosk -> {
            enter(kiosk);
            model(kiosk).choose(Optional.of(Audience.NEWCOMERS));
        });
        scenes.accept("guide-empty", kiosk -> {
            kiosk.services.guide.all = List.of();
            enter(kiosk);
        });
        scenes.accept("guide-finding", kiosk -> {
            enter(kiosk);
            model(kiosk).find();
            model(kiosk).type("F");
        });
        scenes.accept("guide-nothing", kiosk -> {
            enter(kiosk);
            model(kiosk).find();
            "QQQQQQ".chars().forEach(each -> model(kiosk).type(Character.toString(each)));
        });
        scenes.accept("guide-many", kiosk -> {
            enter(kiosk);
            model(kiosk).show(many(kiosk));
        });
        scenes.accept("guide-one", kiosk -> {
            enter(kiosk);
            model(kiosk).show(longest(kiosk));
        });
    }

    /// Twelve steps and nine long materials.
    private static GuideEntry many(TestKiosk kiosk) {
        var service = longest(kiosk).service();
        var materials = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "第 " + i + " 样材料：户口簿、身份证和复印件各一份，本人不能来的要写委托书（示例）")
                .toList();
        var steps = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> "带齐材料到窗口登记，工作人员看过以后发受理单（第 " + i + " 步示例）")
                .toList();
        var crowded = new ServiceItem(
                service.id(),
                service.category(),
                service.name(),
                service.audiences(),
                service.charge(),
                materials,
                service.limitDays(),
                service.letter(),
                service.hours(),
                service.dailyCap(),
                service.usual(),
                service.sample(),
                steps);
        return new GuideEntry(crowded, true);
    }

    private static void addPaper(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        scenes.accept("guide-printed", kiosk -> {
            enter(kiosk);
            model(kiosk).show(longest(kiosk));
            model(kiosk).print();
        });
        scenes.accept("guide-unprinted", kiosk -> {
            kiosk.services.guide.printed = CompletableFuture.completedFuture(Handover.SHOWN);
            enter(kiosk);
            model(kiosk).show(longest(kiosk));
            model(kiosk).print();
        });
    }

    private static GuideEntry longest(TestKiosk kiosk) {
        return kiosk.services.guide.all.stream()
                .filter(GuideEntry::givesNumbers)
                .max(Comparator.comparingInt(
                        each -> String.join("", each.service().materials()).length()))
                .orElseThrow();
    }

    private static void enter(TestKiosk kiosk) {
        kiosk.shell().go(Ways.GUIDE);
    }

    private static GuideViewModel model(TestKiosk kiosk) {
        return kiosk.services.place(GuidePlace.class).model();
    }
}
