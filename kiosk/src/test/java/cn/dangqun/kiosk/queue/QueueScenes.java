package cn.dangqun.kiosk.queue;

import cn.dangqun.config.catalogue.CatalogueReader;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.TicketAct;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.shell.Scenes;
import cn.dangqun.kiosk.shell.TestKiosk;
import cn.dangqun.kiosk.wall.WallTurnsViewModel;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Every state of the queue's screens.
public final class QueueScenes {
    private final BiConsumer<String, Consumer<TestKiosk>> all;

    private QueueScenes(BiConsumer<String, Consumer<TestKiosk>> all) {
        this.all = all;
    }

    public static void addTo(BiConsumer<String, Consumer<TestKiosk>> all) {
        var scenes = new QueueScenes(all);
        scenes.choosing();
        scenes.given();
        scenes.refused();
        scenes.calling();
        scenes.strip();
    }

    private void scene(String name, Consumer<TestKiosk> steps) {
        all.accept(name, steps);
    }

    private void choosing() {
        scene("queue-services", kiosk -> {
            starter(kiosk);
            open(kiosk);
        });
        scene("queue-few-services", QueueScenes::open);
        scene("queue-nothing-offered", kiosk -> {
            kiosk.services.queue.plan = Optional.empty();
            open(kiosk);
        });
        scene("queue-unreadable", kiosk -> {
            kiosk.services.queue.broken = true;
            open(kiosk);
        });
        scene("queue-ask", kiosk -> {
            starter(kiosk);
            open(kiosk);
            takeNumber(kiosk).choose(CatalogueReader.shipped().services().get(11));
        });
    }

    private void given() {
        scene("queue-given", kiosk -> {
            people(kiosk, 11);
            take(kiosk, false);
        });
        scene("queue-given-first-priority", kiosk -> take(kiosk, true));
        scene("queue-given-printing", kiosk -> {
            kiosk.services.queue.printing = true;
            people(kiosk, 3);
            take(kiosk, false);
        });
        scene("queue-given-no-paper", kiosk -> {
            kiosk.services.queue.handover = Handover.SHOWN;
            people(kiosk, 3);
            take(kiosk, false);
        });
        scene("queue-given-uncertain", kiosk -> {
            kiosk.services.queue.handover = Handover.UNCERTAIN;
            people(kiosk, 3);
            take(kiosk, true);
        });
    }

    private void refused() {
        var opens = LocalDateTime.of(2026, 11, 11, 9, 0);
        refusal("queue-closed", new TakeOutcome.Closed("临时救助", opens, Optional.empty()));
        refusal("queue-closed-day", new TakeOutcome.Closed("临时救助", opens, Optional.of("春节前社区大扫除和消防设施检修（示例）")));
        refusal("queue-full", new TakeOutcome.Full("儿童青少年服务"));
        refusal("queue-not-saved", new TakeOutcome.NotSaved());
        refusal("queue-sealed", new TakeOutcome.KioskSealed());
    }

    private void refusal(String name, TakeOutcome outcome) {
        scene(name, kiosk -> {
            kiosk.services.queue.refused = Optional.of(outcome);
            take(kiosk, false);
        });
    }

    private void calling() {
        scene("calling-choose-window", QueueScenes::call);
        scene("calling-no-windows", kiosk -> {
            kiosk.services.queue.plan = Optional.empty();
            call(kiosk);
        });
        scene("calling-unreadable", kiosk -> {
            kiosk.services.queue.broken = true;
            call(kiosk);
        });
        scene("calling-free", QueueScenes::atWindow);
        scene("calling-nobody-waits", kiosk -> {
            atWindow(kiosk);
            calling(kiosk).callNext();
        });
        scene("calling-busy", kiosk -> {
            busy(kiosk);
            calling(kiosk).act(new TicketAct.Recall());
        });
        scene("calling-often-enough", kiosk -> {
            busy(kiosk);
            for (int i = 0; i < 3; i++) {
                calling(kiosk).act(new TicketAct.Recall());
            }
        });
        scene("calling-asks", kiosk -> {
            busy(kiosk);
            calling(kiosk).ask(kiosk.services.queue.queue.at(1).orElseThrow(), new TicketAct.Withdraw());
        });
        scene("calling-served", kiosk -> {
            busy(kiosk);
            calling(kiosk).act(new TicketAct.Serve());
        });
        scene("calling-move", kiosk -> {
            busy(kiosk);
            calling(kiosk).startMoving();
        });
        scene("calling-reprinted", kiosk -> {
            busy(kiosk);
            calling(kiosk).reprint(kiosk.services.queue.queue.waiting().getLast());
        });
    }

    private void strip() {
        scene("idle-called", kiosk -> {
            called(kiosk);
            kiosk.home();
            Scenes.idle(kiosk);
        });
        for (int open = 1; open <= 3; open++) {
            int activities = open;
            scene("idle-all-at-once-" + open, kiosk -> {
                allAtOnce(kiosk, activities);
                Scenes.idle(kiosk);
            });
            scene("home-all-at-once-" + open, kiosk -> {
                allAtOnce(kiosk, activities);
                kiosk.home();
            });
        }
        scene("turn-called", kiosk -> {
            kiosk.services.activities = List.of(Samples.evening());
            called(kiosk);
            Scenes.idle(kiosk);
            kiosk.time.pass(WallTurnsViewModel.TURN);
        });
        scene("home-called", kiosk -> {
            called(kiosk);
            kiosk.home();
        });
    }

    /// Calls, a long name of the centre, several activities, no link.
    private static void allAtOnce(TestKiosk kiosk, int activities) {
        called(kiosk);
        kiosk.services.siteName = "样例市示范新区模范街道大样例社区党群服务中心";
        kiosk.services.activities =
                List.of(Samples.openToo(), Samples.open(), Samples.openToo()).subList(0, activities);
        kiosk.services.sync(Scenes.linked(240, Duration.ofDays(9)));
        kiosk.home();
    }

    private static void starter(TestKiosk kiosk) {
        kiosk.services.queue.services = CatalogueReader.shipped().services();
        people(kiosk, 5);
    }

    private static void people(TestKiosk kiosk, int people) {
        for (int i = 0; i < people; i++) {
            kiosk.services.queue.take(QueueStreet.CARE, i % 4 == 3);
        }
    }

    private static void open(TestKiosk kiosk) {
        kiosk.shell().go("queue");
    }

    private static void take(TestKiosk kiosk, boolean priority) {
        open(kiosk);
        takeNumber(kiosk).choose(QueueStreet.CARE);
        takeNumber(kiosk).take(priority);
    }

    private static void call(TestKiosk kiosk) {
        kiosk.shell().admit(Samples.staff().getFirst());
        kiosk.shell().go("calling");
    }

    private static void atWindow(TestKiosk kiosk) {
        call(kiosk);
        calling(kiosk).choose(QueueStreet.PLAN.windows().getFirst());
    }

    /// Somebody at the window, one passed, one set aside, three who wait.
    private static void busy(TestKiosk kiosk) {
        people(kiosk, 6);
        atWindow(kiosk);
        var calling = calling(kiosk);
        calling.callNext();
        calling.act(new TicketAct.Pass());
        calling.callNext();
        calling.act(new TicketAct.Hold());
        calling.callNext();
    }

    private static void called(TestKiosk kiosk) {
        people(kiosk, 6);
        var desk = kiosk.services.queue.desk();
        for (int i = 0; i < 5; i++) {
            int window = 1 + i % 2;
            desk.callNext(window, "s-1").join();
            kiosk.services.queue.now = Samples.NOW.plusSeconds(i);
            var ticket = kiosk.services.queue.queue.at(window).orElseThrow();
            if (i < 4) {
                desk.act(window, ticket.id(), new TicketAct.Serve(), "s-1").join();
            }
        }
        kiosk.services.queue.now = Samples.NOW;
        kiosk.services.queue.changed();
    }

    private static TakeNumberViewModel takeNumber(TestKiosk kiosk) {
        return kiosk.services.place(TakeNumberPlace.class).model();
    }

    private static CallingViewModel calling(TestKiosk kiosk) {
        return kiosk.services.place(CallingPlace.class).model();
    }
}
