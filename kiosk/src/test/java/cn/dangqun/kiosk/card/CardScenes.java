package cn.dangqun.kiosk.card;

import cn.dangqun.domain.credential.Credential;
import cn.dangqun.kiosk.card.CardDesk.Person;
import cn.dangqun.kiosk.shell.Samples;
import cn.dangqun.kiosk.shell.TestKiosk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// 绑卡 in every state.
public final class CardScenes {
    private CardScenes() {}

    public static void addTo(BiConsumer<String, Consumer<TestKiosk>> scenes) {
        scenes.accept("cards-looking", CardScenes::open);
        scenes.accept("cards-looking-many", kiosk -> {
            var many = new ArrayList<Person>();
            for (int i = 0; i < 200; i++) {
                many.add(FakeCards.person("样例" + i));
            }
            kiosk.services.cards.people = List.copyOf(many);
            open(kiosk);
        });
        scenes.accept("cards-looking-long", kiosk -> {
            kiosk.services.cards.people = List.of(FakeCards.person(Samples.LONGEST.full()));
            open(kiosk);
        });
        scenes.accept("cards-nobody", kiosk -> {
            open(kiosk);
            model(kiosk).type("Q");
            model(kiosk).type("Q");
        });
        scenes.accept("cards-waiting", kiosk -> {
            open(kiosk);
            model(kiosk).choose(FakeCards.person(Samples.LONGEST.full()));
        });
        scenes.accept("cards-bound", kiosk -> {
            open(kiosk);
            model(kiosk).choose(FakeCards.person("王小明"));
            present(kiosk, FakeCards.card(1));
        });
        scenes.accept("cards-anothers", kiosk -> {
            kiosk.services.cards.holders.put(FakeCards.card(1).key(), FakeCards.person(Samples.LONGEST.full()));
            open(kiosk);
            model(kiosk).choose(FakeCards.person("王小明"));
            present(kiosk, FakeCards.card(1));
        });
        scenes.accept("cards-whose", kiosk -> {
            kiosk.services.cards.holders.put(FakeCards.card(1).key(), FakeCards.person("王小明"));
            open(kiosk);
            present(kiosk, FakeCards.card(1));
        });
        scenes.accept("cards-nobodys", kiosk -> {
            open(kiosk);
            present(kiosk, FakeCards.card(2));
        });
        scenes.accept("cards-retire-asks", kiosk -> {
            kiosk.services.cards.holders.put(FakeCards.card(1).key(), FakeCards.person(Samples.LONGEST.full()));
            open(kiosk);
            present(kiosk, FakeCards.card(1));
            model(kiosk).retire(CardDesk.Reason.LOST);
        });
        scenes.accept("cards-retired", kiosk -> {
            kiosk.services.cards.holders.put(FakeCards.card(1).key(), FakeCards.person("王小明"));
            open(kiosk);
            present(kiosk, FakeCards.card(1));
            model(kiosk).retire(CardDesk.Reason.LOST);
            model(kiosk).yes();
        });
        scenes.accept("cards-code", kiosk -> {
            open(kiosk);
            present(kiosk, new Credential.Code("DQ1"));
        });
        scenes.accept("cards-misread", kiosk -> {
            open(kiosk);
            model(kiosk).misread();
        });
        scenes.accept("cards-not-saved", kiosk -> {
            kiosk.services.cards.isKept = false;
            open(kiosk);
            model(kiosk).choose(FakeCards.person("王小明"));
            present(kiosk, FakeCards.card(1));
        });
    }

    private static void open(TestKiosk kiosk) {
        kiosk.shell().admit(Samples.staff().getFirst());
        kiosk.shell().go("cards");
    }

    private static CardsViewModel model(TestKiosk kiosk) {
        return kiosk.services.place(CardsPlace.class).model();
    }

    private static void present(TestKiosk kiosk, Credential credential) {
        kiosk.shell().presented(credential);
    }
}
