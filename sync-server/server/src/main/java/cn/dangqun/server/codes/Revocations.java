package cn.dangqun.server.codes;

import cn.dangqun.domain.credential.code.CardSerial;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.text.Times;
import java.time.Period;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The list of withdrawn cards that every kiosk holds (F-70). It stays short: a card that has expired leaves it, late
/// enough that a kiosk with a slow clock has noticed. Blocks.
public final class Revocations {
    private static final Period SLOW_CLOCKS = Period.ofDays(30);

    private final Database database;
    private final ReferenceLedger reference;
    private final Times times;

    public Revocations(Database database, ReferenceLedger reference, Times times) {
        this.database = database;
        this.reference = reference;
        this.times = times;
    }

    /// `note` is empty unless the reason asks for words.
    record Wish(RevocationReason reason, String note) {}

    /// False when it was revoked before.
    boolean revoke(CardSerial serial, Wish wish, Actor actor) {
        return database.write((handle, changes) -> revoke(handle, changes, serial, wish, actor));
    }

    /// The same inside a caller's write.
    boolean revoke(Handle handle, ChangeLog changes, CardSerial serial, Wish wish, Actor actor) {
        var card = CardStore.find(handle, serial);
        if (card.isEmpty() || card.get().revocation().isPresent()) {
            return false;
        }
        var now = times.now();
        var number = reference.publish(handle, changes, List.of(new ReferenceItem.RevokedCode(serial.value())));
        CardStore.revoke(
                handle, serial, new Card.Revocation(now, actor.login(), wish.reason(), wish.note(), number, false));
        actor.note(handle, now, Action.CODE_REVOKED, serial.toString());
        lift(handle, changes);
        return true;
    }

    /// Takes cards that have expired anyway off the kiosks' lists. Also done with every revocation, so that the list
    /// never grows for ever.
    public void liftExpired() {
        database.write((handle, changes) -> {
            lift(handle, changes);
            return times;
        });
    }

    private void lift(Handle handle, ChangeLog changes) {
        CardStore.lift(handle, times.today().minus(SLOW_CLOCKS), times.now())
                .forEach(serial ->
                        reference.remove(handle, changes, ReferenceKind.REVOKED_CODE, Long.toString(serial.value())));
    }
}
