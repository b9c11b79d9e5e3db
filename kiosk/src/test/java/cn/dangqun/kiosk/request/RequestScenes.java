package cn.dangqun.kiosk.request;

import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.request.ReceiptNumber;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.domain.request.RequestStage;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.shell.TestKiosk;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// 诉求 in every state.
public final class RequestScenes {
    private static final String PHONE = "13800001234";

    private RequestScenes() {}

    public static void addTo(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        scenes.accept("request", RequestScenes::enter);
        scenes.accept("request-services", kiosk -> {
            enter(kiosk);
            model(kiosk).choose(RequestKind.AGENCY);
        });
        scenes.accept("request-phone", kiosk -> phone(kiosk, RequestKind.OPINION));
        scenes.accept("request-phone-wrong", kiosk -> {
            phone(kiosk, RequestKind.CONSULTING);
            type(kiosk, "1380000");
            model(kiosk).confirm();
        });
        scenes.accept("request-check", kiosk -> check(kiosk, RequestKind.AGENCY));
        scenes.accept("request-check-anonymous", kiosk -> {
            phone(kiosk, RequestKind.OPINION);
            model(kiosk).stayAnonymous();
        });
        scenes.accept("request-filed", kiosk -> {
            check(kiosk, RequestKind.AGENCY);
            model(kiosk).file();
        });
        scenes.accept("request-filed-shown", kiosk -> {
            kiosk.services.requests.paper = Optional.of(Handover.SHOWN);
            phone(kiosk, RequestKind.OPINION);
            model(kiosk).stayAnonymous();
            model(kiosk).file();
        });
        scenes.accept("request-filed-printing", kiosk -> {
            kiosk.services.requests.paper = Optional.empty();
            check(kiosk, RequestKind.CONSULTING);
            model(kiosk).file();
        });
        scenes.accept("request-working", kiosk -> {
            kiosk.services.requests.slow = true;
            check(kiosk, RequestKind.CONSULTING);
            model(kiosk).file();
        });
        sorry(scenes);
        numbers(scenes);
    }

    private static void sorry(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        scenes.accept("request-unsaved", kiosk -> {
            kiosk.services.requests.refused = Optional.of(new FileOutcome.NotSaved());
            check(kiosk, RequestKind.AGENCY);
            model(kiosk).file();
        });
        scenes.accept("request-nobody", kiosk -> {
            kiosk.services.requests.responder = Optional.empty();
            enter(kiosk);
            model(kiosk).choose(RequestKind.AGENCY);
        });
    }

    private static void numbers(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        scenes.accept("request-number", RequestScenes::number);
        scenes.accept("request-number-wrong", kiosk -> {
            number(kiosk);
            type(kiosk, "123456789012");
            model(kiosk).confirm();
        });
        scenes.accept("request-number-unknown", kiosk -> {
            kiosk.services.requests.answer =
                    new StatusAnswer.Unknown(Optional.of(Samples.NOW.minus(Duration.ofMinutes(3))));
            look(kiosk);
        });
        scenes.accept("request-number-paused", kiosk -> {
            kiosk.services.requests.answer = new StatusAnswer.Paused(Samples.NOW.plus(Duration.ofMinutes(9)));
            look(kiosk);
        });
        for (var stage : List.of(RequestStage.IN_PROGRESS, RequestStage.WAITING_MATERIAL, RequestStage.DONE)) {
            scenes.accept("request-standing-" + stage.name().toLowerCase(Locale.ROOT), kiosk -> {
                kiosk.services.requests.answer = new StatusAnswer.Known(FakeRequests.standing(stage, false));
                look(kiosk);
            });
        }
        // a receipt that is shown at home leads here, and not to the check-in
        scenes.accept("request-scanned", kiosk -> {
            kiosk.shell().home();
            kiosk.shell()
                    .presented(new Credential.Code(
                            ReceiptNumber.of(FakeRequests.ID).code()));
        });
        scenes.accept("request-rated", kiosk -> {
            kiosk.services.requests.answer = new StatusAnswer.Known(FakeRequests.standing(RequestStage.DONE, false));
            look(kiosk);
            model(kiosk).rate(5);
        });
    }

    private static void enter(TestKiosk kiosk) {
        kiosk.shell().go(Ways.REQUESTS);
    }

    private static void phone(TestKiosk kiosk, RequestKind kind) {
        enter(kiosk);
        model(kiosk).choose(kind);
        var service = kiosk.services.requests.services.stream()
                .filter(each -> each.limitDays().isPresent())
                .findFirst();
        model(kiosk).about(service.filter(_ -> kind != RequestKind.OPINION));
    }

    private static void check(TestKiosk kiosk, RequestKind kind) {
        phone(kiosk, kind);
        type(kiosk, PHONE);
        model(kiosk).confirm();
    }

    private static void number(TestKiosk kiosk) {
        enter(kiosk);
        model(kiosk).askNumber();
    }

    private static void look(TestKiosk kiosk) {
        number(kiosk);
        type(kiosk, ReceiptNumber.of(FakeRequests.ID).digits());
        model(kiosk).confirm();
    }

    private static void type(TestKiosk kiosk, String digits) {
        digits.chars().forEach(each -> model(kiosk).type(Character.toString(each)));
    }

    private static RequestViewModel model(TestKiosk kiosk) {
        return kiosk.services.place(RequestPlace.class).model();
    }
}
