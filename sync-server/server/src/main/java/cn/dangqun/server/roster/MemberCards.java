package cn.dangqun.server.roster;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.roster.MemberModel.Card;
import cn.dangqun.server.roster.RosterDesk.Refusal;
import cn.dangqun.server.roster.RosterDesk.Result;
import cn.dangqun.server.text.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The cards that find a member, and taking one away (F-16). Cards are bound by holding them to a kiosk; a card
/// that the office took away is not brought back by what a kiosk did with it before. Blocks.
record MemberCards(Database database, ReferenceLedger reference, MemberWords words, Times times) {

    /// The resident card first, then in the order of binding.
    List<Card> of(Handle handle, MemberId member) {
        var resident = new RosterStore(handle).numberOf(member);
        var cards = new ArrayList<Card>();
        handle.createQuery("""
                        SELECT c.card, h.at, h.staff, coalesce(k.name, h.kiosk) AS kiosk_name FROM card_binding c
                        LEFT JOIN card_history h ON h.street = 1 AND h.card = c.card AND h.state = 'HELD'
                          AND h.ended_at IS NULL
                        LEFT JOIN kiosk k ON k.street = 1 AND k.id = h.kiosk
                        WHERE c.street = 1 AND c.member = ? ORDER BY h.at, c.card""")
                .bind(0, member.value())
                .map((row, ignored) -> {
                    var key = new CardKey(row.getString("card"));
                    boolean isResident = resident.equals(Optional.of(key));
                    var about = row.getString("staff") == null
                            ? ""
                            : words.texts()
                                    .get(
                                            "roster.cards.bound",
                                            times.date(Instant.ofEpochMilli(row.getLong("at"))),
                                            row.getString("kiosk_name"),
                                            row.getString("staff"));
                    return new Card(
                            key.hex(),
                            words.texts().get(isResident ? "roster.cards.resident" : "roster.cards.other"),
                            about);
                })
                .forEach(each -> cards.add(
                        resident.filter(key -> key.hex().equals(each.key())).isPresent() ? 0 : cards.size(), each));
        return cards;
    }

    /// `since` is the day on which it was lost or broken; it finds nobody from now on.
    Result retire(MemberId member, String card, LocalDate since, String reason, Actor actor) {
        return database.write((handle, changes) -> {
            boolean theirs = handle.createQuery("SELECT member FROM card_binding WHERE street = 1 AND card = ?")
                    .bind(0, card)
                    .mapTo(String.class)
                    .findOne()
                    .filter(member.value()::equals)
                    .isPresent();
            if (!theirs) {
                return new Result.Refused(Refusal.NO_CARD);
            }
            if (since.isAfter(times.today())) {
                return new Result.Refused(Refusal.IN_THE_FUTURE);
            }
            note(handle, member, card, since, reason, actor);
            reference.remove(handle, changes, ReferenceKind.CARD_BINDING, card);
            actor.note(handle, times.now(), Action.CARD_RETIRED, member.value());
            return new Result.Done(member);
        });
    }

    private void note(Handle handle, MemberId member, String card, LocalDate since, String reason, Actor actor) {
        boolean resident = new RosterStore(handle)
                .numberOf(member)
                .filter(key -> key.hex().equals(card))
                .isPresent();
        handle.execute(
                "INSERT INTO card_retired (street, card, at, member, since, reason, login) VALUES (1, ?, ?, ?, ?, ?, ?)",
                card,
                times.now().toEpochMilli(),
                member.value(),
                since.toString(),
                reason,
                actor.login());
        handle.execute(
                "UPDATE card_history SET ended_at = ?, ended_kiosk = '', ended_staff = ?, ended_reason = ?"
                        + " WHERE street = 1 AND card = ? AND state IN ('HELD', 'BEFORE') AND ended_at IS NULL",
                times.now().toEpochMilli(),
                actor.login(),
                reason,
                card);
        new RosterStore(handle)
                .note(
                        member,
                        new MemberChange(
                                MemberChange.Kind.CARD_RETIRED,
                                Optional.of(since),
                                reason,
                                words.texts().get(resident ? "roster.cards.resident" : "roster.cards.other"),
                                actor.login(),
                                times.now()));
    }
}
