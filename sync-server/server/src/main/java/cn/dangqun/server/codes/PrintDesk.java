package cn.dangqun.server.codes;

import cn.dangqun.domain.credential.code.CardSerial;
import cn.dangqun.domain.credential.code.StreetKeyId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.QrPicture;
import cn.dangqun.server.web.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Prints cards, for the first time and again. A card is drawn only while it is good and its key is the one that
/// signs; the private half of any other key is gone. Every sheet made is recorded here, every look at one by its
/// route. Blocks.
final class PrintDesk {
    private final Database database;
    private final CodeKeys keys;
    private final Times times;

    PrintDesk(Database database, CodeKeys keys, Times times) {
        this.database = database;
        this.keys = keys;
        this.times = times;
    }

    /// A card as it goes on paper.
    record Drawn(Card card, PersonName name, CodeReader.Branch branch, QrPicture code) {}

    /// `leftOut`: cards of the sheet that cannot be printed any more. `unaware`: kiosks that do not know the key
    /// yet.
    record Sheet(OrganizationId branch, List<Drawn> cards, int leftOut, int unaware) {}

    /// Puts the present cards of these members of a branch on a new sheet. Empty when none of them can be printed.
    Optional<SheetId> again(SheetId id, OrganizationId branch, Set<MemberId> members, Actor actor) {
        return keys.with(
                actor,
                key -> database.write((handle, changes) -> {
                    var before = SheetStore.find(handle, id);
                    if (before.isPresent()) {
                        return before.filter(sheet -> sheet.belongsTo(actor, branch))
                                .map(SheetStore.Sheet::id);
                    }
                    var serials = printable(handle, branch, members, key.id());
                    if (serials.isEmpty()) {
                        return Optional.<SheetId>empty();
                    }
                    SheetStore.insert(handle, new SheetStore.Sheet(id, branch, actor.login()), serials, times.now());
                    actor.note(handle, times.now(), Action.CODES_PRINTED, id.value());
                    return Optional.of(id);
                }));
    }

    private List<CardSerial> printable(Handle handle, OrganizationId branch, Set<MemberId> members, StreetKeyId key) {
        return CardStore.ofBranch(handle, branch).stream()
                .filter(card -> members.contains(card.member()) && isPrintable(card, key))
                .collect(Collectors.toMap(Card::member, Card::serial, (newest, older) -> newest))
                .values()
                .stream()
                .toList();
    }

    /// Draws a sheet. Empty when there is none in this scope.
    Optional<Sheet> draw(SheetId id, Scope scope, Actor actor) {
        return database.read(handle -> SheetStore.find(handle, id)
                        .filter(each ->
                                CodeReader.branch(handle, scope, each.branch()).isPresent()))
                .map(sheet -> keys.with(actor, key -> database.read(handle -> draw(handle, sheet, scope, key))));
    }

    private Sheet draw(Handle handle, SheetStore.Sheet sheet, Scope scope, SigningKey key) {
        var serials = SheetStore.serials(handle, sheet.id());
        var drawn = serials.stream()
                .flatMap(serial -> draw(handle, scope, serial, key).stream())
                .toList();
        return new Sheet(sheet.branch(), drawn, serials.size() - drawn.size(), unaware(handle, scope, key.id()));
    }

    private static int unaware(Handle handle, Scope scope, StreetKeyId key) {
        return CodeKeyStore.all(handle).stream()
                .filter(each -> each.id().equals(key))
                .map(each -> Delivery.of(handle, scope, each.publication()))
                .mapToInt(delivery -> delivery.kiosks() - delivery.received())
                .sum();
    }

    private Optional<Drawn> draw(Handle handle, Scope scope, CardSerial serial, SigningKey key) {
        var owner = CodeReader.bearer(handle, scope, serial);
        var name = owner.flatMap(CodeReader.Bearer::name);
        var branch = owner.flatMap(CodeReader.Bearer::branch);
        if (name.isEmpty() || branch.isEmpty()) {
            return Optional.empty();
        }
        return CardStore.find(handle, serial)
                .filter(card -> isPrintable(card, key.id()))
                .map(card -> new Drawn(
                        card,
                        name.get(),
                        branch.get(),
                        QrPicture.of(key.signer().sign(card.code()))));
    }

    boolean isPrintable(Card card, StreetKeyId signing) {
        return card.isGoodOn(times.today()) && card.key().equals(signing);
    }
}
