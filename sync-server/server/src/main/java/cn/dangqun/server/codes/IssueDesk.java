package cn.dangqun.server.codes;

import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.codes.CodeReader.Holder;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Times;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Issues cards: numbers, what is known of them, the sheet to print and, if asked for, the end of the cards they
/// replace, all in one commit. Blocks.
final class IssueDesk {
    private final Database database;
    private final CodeKeys keys;
    private final Revocations revocations;
    private final Times times;

    IssueDesk(Database database, CodeKeys keys, Revocations revocations, Times times) {
        this.database = database;
        this.keys = keys;
        this.revocations = revocations;
        this.times = times;
    }

    /// Whom an order is for.
    enum Who {
        CHOSEN,
        /// Everybody of the branch who holds no card that is good
        WITHOUT,
        EVERYBODY
    }

    /// `branch` was already found in the actor's scope. `expires`: the last valid day.
    record Order(
            SheetId sheet,
            OrganizationId branch,
            Who who,
            Set<MemberId> chosen,
            LocalDate expires,
            boolean endsFormer) {
        Order {
            chosen = Set.copyOf(chosen);
        }
    }

    sealed interface Result {
        record Issued(SheetId sheet) implements Result {}

        /// Nobody was chosen, or everybody has a card
        record ForNobody() implements Result {}

        /// Somebody chosen is not of this branch, or the sheet is somebody else's
        record NotTheirs() implements Result {}
    }

    /// The same order twice issues once.
    Result issue(Order order, Actor actor) {
        return keys.with(actor, key -> database.write((handle, changes) -> issue(handle, changes, order, key, actor)));
    }

    private Result issue(Handle handle, ChangeLog changes, Order order, SigningKey key, Actor actor) {
        var before = SheetStore.find(handle, order.sheet());
        if (before.isPresent()) {
            return before.get().belongsTo(actor, order.branch())
                    ? new Result.Issued(order.sheet())
                    : new Result.NotTheirs();
        }
        var holders = CodeReader.holders(handle, order.branch(), times.today());
        if (!ids(holders).containsAll(order.chosen())) {
            return new Result.NotTheirs();
        }
        var former = CardStore.ofBranch(handle, order.branch()).stream()
                .filter(card -> card.isGoodOn(times.today()))
                .collect(Collectors.groupingBy(Card::member));
        var recipients = recipients(order, holders, former);
        if (recipients.isEmpty()) {
            return new Result.ForNobody();
        }
        if (order.endsFormer()) {
            recipients.forEach(member -> end(handle, changes, former.getOrDefault(member, List.of()), actor));
        }
        fill(handle, order, recipients, key, actor);
        return new Result.Issued(order.sheet());
    }

    private void fill(Handle handle, Order order, List<MemberId> recipients, SigningKey key, Actor actor) {
        var serials = recipients.stream()
                .map(member -> issue(handle, order, member, key, actor).serial())
                .toList();
        var sheet = new SheetStore.Sheet(order.sheet(), order.branch(), actor.login());
        SheetStore.insert(handle, sheet, serials, times.now());
        actor.note(handle, times.now(), Action.CODES_ISSUED, order.sheet().value());
    }

    private static List<MemberId> recipients(Order order, List<Holder> holders, Map<MemberId, List<Card>> good) {
        return ids(holders).stream()
                .filter(member -> switch (order.who()) {
                    case CHOSEN -> order.chosen().contains(member);
                    case WITHOUT -> !good.containsKey(member);
                    case EVERYBODY -> true;
                })
                .toList();
    }

    private static List<MemberId> ids(List<Holder> holders) {
        return holders.stream().map(Holder::id).toList();
    }

    private void end(Handle handle, ChangeLog changes, List<Card> former, Actor actor) {
        var replaced = new Revocations.Wish(RevocationReason.REPLACED, "");
        former.forEach(card -> revocations.revoke(handle, changes, card.serial(), replaced, actor));
    }

    private Card issue(Handle handle, Order order, MemberId member, SigningKey key, Actor actor) {
        var card = new Card(
                CardStore.nextSerial(handle, times.now()),
                member,
                key.id(),
                times.today(),
                order.expires(),
                Optional.empty(),
                Optional.empty());
        CardStore.insert(handle, card, order.branch(), times.now(), actor.login());
        return card;
    }
}
