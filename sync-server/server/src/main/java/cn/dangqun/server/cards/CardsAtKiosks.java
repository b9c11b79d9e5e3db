package cn.dangqun.server.cards;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.Origin;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.ledger.Place;
import cn.dangqun.server.ledger.Projection;
import cn.dangqun.server.reference.ReferenceLedger;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Cards tied to members at kiosks, and untied: each fact is taken once, noted with who did it where, and what follows
/// is published like whatever the office enters, so that the card is known at every kiosk. What happened last counts,
/// in whatever order it arrives; nobody's card is ever given to somebody else.
public record CardsAtKiosks(CardSecrets secrets, ReferenceLedger reference) implements Projection {
    @Override
    public String name() {
        return "cards at kiosks";
    }

    @Override
    public int form() {
        return 1;
    }

    @Override
    public boolean apply(Handle handle, Place place, RecordedFact recorded, ChangeLog changes) {
        return switch (recorded.fact()) {
            case StaffFact.CardBound fact ->
                isTaken(handle, place) || bound(handle, changes, event(handle, place, recorded, fact.card()), fact);
            case StaffFact.CardRetired fact ->
                isTaken(handle, place) || retired(handle, changes, event(handle, place, recorded, fact.card()), fact);
            default -> true;
        };
    }

    /// What the published cards follow from is not forgotten: deriving anew must not bind anew.
    @Override
    public void clear(Handle handle) {}

    private record Event(Place place, CardKey card, boolean isKnown, long at, String kiosk) {}

    private Event event(Handle handle, Place place, RecordedFact recorded, CardKey card) {
        var kept = secrets.kept(handle, card);
        var writer = recorded.carried().map(Origin::id).orElse(recorded.id()).kiosk();
        return new Event(
                place,
                kept,
                secrets.isOfStreet(handle, kept),
                recorded.clock().instant().toEpochMilli(),
                writer.value());
    }

    private static boolean isTaken(Handle handle, Place place) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM card_history WHERE street = 1 AND chain = ? AND seq = ?)"
                                + " OR EXISTS (SELECT 1 FROM card_history WHERE street = 1 AND ended_chain = ? AND ended_seq = ?)")
                .bind(0, place.chain())
                .bind(1, place.seq())
                .bind(2, place.chain())
                .bind(3, place.seq())
                .mapTo(Boolean.class)
                .one();
    }

    private boolean bound(Handle handle, ChangeLog changes, Event event, StaffFact.CardBound fact) {
        if (!isMember(handle, fact.member())) {
            return false;
        }
        var holder = holder(handle, event.card());
        var state = state(
                handle,
                event,
                holder.filter(member -> !member.equals(fact.member())).isPresent());
        insert(handle, event, Optional.of(fact.member()), state, fact.by());
        if (state == CardTie.State.HELD) {
            reference.publish(handle, changes, List.of(new ReferenceItem.CardBinding(event.card(), fact.member())));
        }
        return true;
    }

    private static CardTie.State state(Handle handle, Event event, boolean isAnothers) {
        if (!event.isKnown()) {
            return CardTie.State.UNKNOWN_SECRET;
        }
        if (isFollowed(handle, event)) {
            return CardTie.State.LATE;
        }
        return isAnothers ? CardTie.State.ANOTHERS : CardTie.State.HELD;
    }

    /// Whether something that happened to this card later has arrived before.
    private static boolean isFollowed(Handle handle, Event event) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM card_history WHERE street = 1 AND card = ?"
                        + " AND state IN ('HELD', 'BEFORE') AND (at > ? OR ended_at > ?))"
                        + " OR EXISTS (SELECT 1 FROM card_retired WHERE street = 1 AND card = ? AND at > ?)")
                .bind(0, event.card().hex())
                .bind(1, event.at())
                .bind(2, event.at())
                .bind(3, event.card().hex())
                .bind(4, event.at())
                .mapTo(Boolean.class)
                .one();
    }

    private boolean retired(Handle handle, ChangeLog changes, Event event, StaffFact.CardRetired fact) {
        var holder = holder(handle, event.card());
        boolean counts = event.isKnown() && !isFollowed(handle, event);
        boolean ended = counts && end(handle, event, fact.by());
        if (!ended) {
            var state = counts && holder.isPresent() ? CardTie.State.BEFORE : CardTie.State.LATE;
            insert(handle, event, holder, state, fact.by());
            if (state == CardTie.State.BEFORE) {
                end(handle, event, fact.by());
            }
        }
        if (counts && holder.isPresent()) {
            reference.remove(
                    handle, changes, ReferenceKind.CARD_BINDING, event.card().hex());
        }
        return true;
    }

    private static boolean end(Handle handle, Event event, Handling by) {
        return handle.execute(
                        "UPDATE card_history SET ended_chain = ?, ended_seq = ?, ended_at = ?, ended_kiosk = ?,"
                                + " ended_staff = ?, ended_reason = ? WHERE street = 1 AND card = ?"
                                + " AND state IN ('HELD', 'BEFORE') AND ended_at IS NULL",
                        event.place().chain(),
                        event.place().seq(),
                        event.at(),
                        event.kiosk(),
                        by.staff(),
                        by.reason(),
                        event.card().hex())
                > 0;
    }

    private static void insert(
            Handle handle, Event event, Optional<MemberId> member, CardTie.State state, Handling by) {
        handle.execute(
                "INSERT INTO card_history (street, chain, seq, card, member, state, at, kiosk, staff, reason)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                event.place().chain(),
                event.place().seq(),
                event.card().hex(),
                member.map(MemberId::value).orElse(null),
                state.name(),
                event.at(),
                event.kiosk(),
                by.staff(),
                by.reason());
    }

    private static Optional<MemberId> holder(Handle handle, CardKey card) {
        return handle.createQuery("SELECT member FROM card_binding WHERE street = 1 AND card = ?")
                .bind(0, card.hex())
                .mapTo(String.class)
                .findOne()
                .map(MemberId::new);
    }

    private static boolean isMember(Handle handle, MemberId member) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM member WHERE street = 1 AND id = ?)")
                .bind(0, member.value())
                .mapTo(Boolean.class)
                .one();
    }
}
