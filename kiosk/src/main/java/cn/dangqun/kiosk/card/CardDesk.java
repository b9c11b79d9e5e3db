package cn.dangqun.kiosk.card;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.MemberId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Whose cards are whose. May be asked on any thread and never waits; futures complete on any thread, never
/// exceptionally.
public interface CardDesk {
    /// One of this kiosk's members, as staff tell them apart.
    record Person(MemberId id, String name, String branch) {}

    /// Why a card is its member's no longer; the name is what is recorded.
    enum Reason {
        LOST,
        REPLACED,
        BY_MISTAKE
    }

    sealed interface Bound {
        /// The street tells every kiosk, this one too.
        record Done() implements Bound {}

        record IsTheirsAlready() implements Bound {}

        record IsAnothers(Person holder) implements Bound {}

        record NotSaved() implements Bound {}
    }

    /// Everybody whose name may begin with these letters in pinyin, by name; everybody for no letters.
    List<Person> find(String letters);

    /// Whose card it is, as far as this kiosk knows.
    Optional<Person> holder(CardKey card);

    /// Ties the card to the member, unless it is somebody's.
    CompletableFuture<Bound> bind(CardKey card, Person member, String staff);

    /// False when it could not be saved.
    CompletableFuture<Boolean> retire(CardKey card, Reason reason, String staff);
}
