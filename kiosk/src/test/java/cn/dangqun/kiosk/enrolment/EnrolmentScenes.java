package cn.dangqun.kiosk.enrolment;

import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.shell.Scenes;
import cn.dangqun.kiosk.shell.TestKiosk;
import cn.dangqun.kiosk.sync.EnrolmentDesk;
import cn.dangqun.kiosk.sync.SyncStatus;
import cn.dangqun.kiosk.sync.SyncStatus.Link;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// A kiosk that the street does not know, in every state.
public final class EnrolmentScenes {
    private final BiConsumer<String, Consumer<TestKiosk>> scenes;

    private EnrolmentScenes(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        this.scenes = scenes;
    }

    public static void addTo(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        var all = new EnrolmentScenes(scenes);
        all.enrolment();
        all.anew();
    }

    private void scene(String name, Consumer<TestKiosk> steps) {
        scenes.accept(name, steps);
    }

    private void enrolment() {
        scene("enrolment", kiosk -> {
            stranger(kiosk);
            "7K3M".codePoints().mapToObj(Character::toString).forEach(enrolment(kiosk)::type);
        });
        for (var reason : EnrolmentDesk.Reason.values()) {
            scene("enrolment-refused-" + reason.name().toLowerCase(java.util.Locale.ROOT), kiosk -> {
                kiosk.services.enrolment = new EnrolmentDesk.Enrolment.Refused(reason);
                stranger(kiosk);
                enrolment(kiosk).type("7");
                enrolment(kiosk).confirm();
            });
        }
        scene("enrolment-unreachable", kiosk -> {
            stranger(kiosk);
            enrolment(kiosk).type("7");
            enrolment(kiosk).confirm();
        });
    }

    private void anew() {
        scene("enrol-anew", kiosk -> anew(kiosk));
        scene("enrol-anew-pending", kiosk -> {
            kiosk.services.sync(Scenes.linked(1214, java.time.Duration.ofDays(9)));
            anew(kiosk);
        });
        scene("enrol-anew-code", kiosk -> {
            anew(kiosk).begin();
            anewModel(kiosk).type("7");
        });
        scene("enrol-anew-refused", kiosk -> {
            kiosk.services.enrolment = new EnrolmentDesk.Enrolment.Refused(EnrolmentDesk.Reason.WRONG_SERVER);
            anew(kiosk).begin();
            anewModel(kiosk).type("7");
            anewModel(kiosk).confirm();
        });
    }

    private static EnrolmentViewModel anew(TestKiosk kiosk) {
        kiosk.shell().admit(Samples.staff().getFirst());
        kiosk.shell().go("enrol-anew");
        return anewModel(kiosk);
    }

    private static EnrolmentViewModel anewModel(TestKiosk kiosk) {
        return kiosk.services.place(EnrolAnewPlace.class).model();
    }

    private static void stranger(TestKiosk kiosk) {
        kiosk.services.sync(new SyncStatus(new Link.NotEnrolled(), 0, Optional.empty(), Optional.empty()));
        kiosk.home();
    }

    private static EnrolmentViewModel enrolment(TestKiosk kiosk) {
        return kiosk.services.place(EnrolmentPlace.class).model();
    }
}
