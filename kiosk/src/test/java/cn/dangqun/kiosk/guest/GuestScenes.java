package cn.dangqun.kiosk.guest;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.shell.TestKiosk;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// 来宾登记 in every state.
public final class GuestScenes {
    private GuestScenes() {}

    public static void addTo(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        scenes.accept("guest-listed", kiosk -> enter(kiosk, Samples.THEME_DAY.id()));
        scenes.accept("guest-many", kiosk -> {
            var guests = kiosk.services.guests;
            guests.here = Collections.nCopies(40, guests.here.getFirst());
            enter(kiosk, Samples.THEME_DAY.id());
        });
        scenes.accept("guest-nobody", kiosk -> {
            kiosk.services.guests.here = List.of();
            enter(kiosk, Samples.THEME_DAY.id());
        });
        scenes.accept("guest-not-open", kiosk -> {
            kiosk.services.guests.isOpen = false;
            enter(kiosk, Samples.THEME_DAY.id());
        });
        scenes.accept("guest-gone", kiosk -> enter(kiosk, new ActivityId("gone")));
        scenes.accept("guest-finding", kiosk -> {
            enter(kiosk, Samples.THEME_DAY.id());
            model(kiosk).begin(GuestKind.REPORTED_IN);
        });
        scenes.accept("guest-found-long", kiosk -> {
            enter(kiosk, Samples.THEME_DAY.id());
            model(kiosk).begin(GuestKind.FLOATING);
        });
        scenes.accept("guest-not-found", kiosk -> {
            enter(kiosk, Samples.THEME_DAY.id());
            model(kiosk).begin(GuestKind.REPORTED_IN);
            model(kiosk).type("Q");
            model(kiosk).type("Q");
        });
        scenes.accept("guest-writing", kiosk -> {
            enter(kiosk, Samples.THEME_DAY.id());
            model(kiosk).begin(GuestKind.OBSERVER);
        });
        scenes.accept("guest-why", kiosk -> {
            enter(kiosk, Samples.THEME_DAY.id());
            model(kiosk).begin(GuestKind.OBSERVER);
            model(kiosk).written(FakeGuests.HAND, FakeGuests.HAND);
        });
        scenes.accept("guest-mistaken", kiosk -> {
            enter(kiosk, Samples.THEME_DAY.id());
            model(kiosk).withdraw(kiosk.services.guests.here.getFirst());
        });
        scenes.accept("guest-mistaken-listed", kiosk -> {
            enter(kiosk, Samples.THEME_DAY.id());
            model(kiosk).withdraw(kiosk.services.guests.here.get(1));
        });
        scenes.accept("guest-said-admitted", kiosk -> {
            enter(kiosk, Samples.THEME_DAY.id());
            model(kiosk).begin(GuestKind.REPORTED_IN);
            model(kiosk).choose(kiosk.services.guests.known.getFirst());
            model(kiosk).because("没有带证件");
        });
        for (var answer : GuestDesk.Answer.values()) {
            scenes.accept("guest-said-" + answer, kiosk -> {
                kiosk.services.guests.answer = answer;
                enter(kiosk, Samples.THEME_DAY.id());
                model(kiosk).begin(GuestKind.OBSERVER);
                model(kiosk).written(FakeGuests.HAND, FakeGuests.HAND);
                model(kiosk).because("没有带证件");
            });
        }
    }

    private static void enter(TestKiosk kiosk, ActivityId activity) {
        kiosk.services.guests.tray.put(new GuestTray.Order(activity, "roll"));
        kiosk.shell().admit(Samples.staff().getFirst());
        kiosk.shell().go(GuestTray.PLACE);
    }

    private static GuestViewModel model(TestKiosk kiosk) {
        return kiosk.services.place(GuestPlace.class).model();
    }
}
