package cn.dangqun.kiosk.card;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.kiosk.card.CardDesk.Person;
import cn.dangqun.kiosk.card.CardDesk.Reason;
import java.util.List;
import java.util.Optional;

/// What stands on the screen of 绑卡.
sealed interface CardsState {
    /// No name is left.
    record Shut() implements CardsState {}

    /// Somebody looks for a member, or holds a card to the reader to see whose it is.
    record Looking(String letters, List<Person> found) implements CardsState {
        public Looking {
            found = List.copyOf(found);
        }
    }

    /// This member's card is to be held to the reader.
    record Waiting(Person member) implements CardsState {}

    /// Whose card was held to the reader; `wanted` is whom it could not be tied to.
    record Whose(CardKey card, Optional<Person> holder, Optional<Person> wanted) implements CardsState {}

    /// Whether the card is really to be of no use any more.
    record Asking(Whose whose, Reason reason) implements CardsState {}

    record Told(Word word, Optional<Person> about) implements CardsState {}

    enum Word {
        BOUND,
        RETIRED,
        NOT_SAVED,
        /// A code is no card
        CODE,
        MISREAD
    }
}
