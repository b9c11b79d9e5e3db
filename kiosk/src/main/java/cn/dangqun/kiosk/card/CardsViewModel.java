package cn.dangqun.kiosk.card;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.kiosk.card.CardDesk.Bound;
import cn.dangqun.kiosk.card.CardDesk.Person;
import cn.dangqun.kiosk.card.CardDesk.Reason;
import cn.dangqun.kiosk.card.CardsState.Word;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.ui.UiThread;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// 绑卡: whom, then the card; or a card, then whose it is. Methods on the UI thread.
final class CardsViewModel {
    private static final int MOST_LETTERS = 4;

    private final CardDesk desk;
    private final UiThread ui;
    private final ReadOnlyObjectWrapper<CardsState> state = new ReadOnlyObjectWrapper<>(new CardsState.Shut());
    private Optional<StaffMember> by = Optional.empty();
    private long visit;

    CardsViewModel(CardDesk desk, UiThread ui) {
        this.desk = desk;
        this.ui = ui;
    }

    ReadOnlyObjectProperty<CardsState> state() {
        return state.getReadOnlyProperty();
    }

    void open(Optional<StaffMember> person) {
        by = person;
        look();
    }

    void shut() {
        visit++;
        by = Optional.empty();
        state.set(new CardsState.Shut());
    }

    /// Back to looking for somebody.
    void look() {
        look("");
    }

    private void look(String letters) {
        visit++;
        state.set(new CardsState.Looking(letters, desk.find(letters)));
    }

    void type(String letter) {
        if (state.get() instanceof CardsState.Looking looking
                && looking.letters().length() < MOST_LETTERS) {
            look(looking.letters() + letter);
        }
    }

    void erase() {
        if (state.get() instanceof CardsState.Looking looking
                && !looking.letters().isEmpty()) {
            look(looking.letters().substring(0, looking.letters().length() - 1));
        }
    }

    void choose(Person member) {
        visit++;
        state.set(new CardsState.Waiting(member));
    }

    void misread() {
        state.set(new CardsState.Told(Word.MISREAD, Optional.empty()));
    }

    void presented(Credential credential) {
        switch (credential) {
            case Credential.Code _ -> state.set(new CardsState.Told(Word.CODE, Optional.empty()));
            case Credential.Card card -> {
                if (state.get() instanceof CardsState.Waiting(var member)) {
                    bind(card.key(), member);
                } else {
                    whose(card.key(), Optional.empty());
                }
            }
        }
    }

    private void whose(CardKey card, Optional<Person> wanted) {
        visit++;
        state.set(new CardsState.Whose(card, desk.holder(card), wanted));
    }

    private void bind(CardKey card, Person member) {
        by.ifPresent(staff -> then(desk.bind(card, member, staff.id()), bound -> {
            switch (bound) {
                case Bound.Done _ -> state.set(new CardsState.Told(Word.BOUND, Optional.of(member)));
                case Bound.IsTheirsAlready _ -> whose(card, Optional.empty());
                case Bound.IsAnothers _ -> whose(card, Optional.of(member));
                case Bound.NotSaved _ -> state.set(new CardsState.Told(Word.NOT_SAVED, Optional.empty()));
            }
        }));
    }

    /// Asked about first: nobody can take it back.
    void retire(Reason reason) {
        if (state.get() instanceof CardsState.Whose whose && whose.holder().isPresent()) {
            state.set(new CardsState.Asking(whose, reason));
        }
    }

    void no() {
        if (state.get() instanceof CardsState.Asking asking) {
            state.set(asking.whose());
        }
    }

    void yes() {
        if (state.get() instanceof CardsState.Asking(var whose, var reason)) {
            by.ifPresent(staff -> then(
                    desk.retire(whose.card(), reason, staff.id()),
                    done -> state.set(
                            done
                                    ? new CardsState.Told(Word.RETIRED, whose.holder())
                                    : new CardsState.Told(Word.NOT_SAVED, Optional.empty()))));
        }
    }

    /// Unless somebody has gone on meanwhile.
    private <T> void then(CompletableFuture<T> answer, Consumer<T> show) {
        long asked = ++visit;
        var _ = answer.thenAccept(value -> ui.execute(() -> {
            if (asked == visit) {
                show.accept(value);
            }
        }));
    }
}
