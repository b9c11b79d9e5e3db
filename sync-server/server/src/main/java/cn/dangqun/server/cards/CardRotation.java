package cn.dangqun.server.cards;

import cn.dangqun.cards.CardConversion;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.reference.ReferenceLedger;
import java.io.IOException;
import java.util.ArrayList;
import org.jdbi.v3.core.Handle;

/// Replaces the street's secret of cards, as when a copy of its data may be in other hands: every card goes on without
/// being shown, and each kiosk draws a new secret when it next comes. Only while nobody else uses the database, since
/// all of it is one write.
public record CardRotation(
        Database database, CardMasters masters, CardSecrets secrets, ReferenceLedger reference, StreetLedger street) {

    /// Returns how many cards go on. A master that is drawn and not yet used, as after a power cut, is taken the next
    /// time.
    public int rotate() throws IOException {
        int before = database.read(secrets::inUse);
        masters.draw(before + 1);
        return database.write((handle, changes) -> rotate(handle, changes, before));
    }

    private int rotate(Handle handle, ChangeLog changes, int before) {
        var conversion = new CardConversion(secrets.ofStreet(before), secrets.ofStreet(before + 1));
        var anew = new ArrayList<ReferenceItem>();
        for (var item : reference.items(handle, ReferenceKind.CARD_BINDING)) {
            reference.remove(handle, changes, ReferenceKind.CARD_BINDING, item.id());
            if (item instanceof ReferenceItem.CardBinding binding) {
                CardSecrets.converted(conversion, binding.card()).ifPresent(card -> {
                    anew.add(new ReferenceItem.CardBinding(card, binding.member()));
                    handle.execute(
                            "UPDATE member_identity SET card = ? WHERE street = 1 AND card = ?",
                            card.hex(),
                            binding.card().hex());
                });
            }
        }
        rename(handle, conversion);
        handle.execute(
                "INSERT INTO card_master (street, number) VALUES (1, ?)"
                        + " ON CONFLICT (street) DO UPDATE SET number = excluded.number",
                before + 1);
        // rows of a roster that wait have the former keys
        handle.execute("UPDATE roster_intake SET state = 'CANCELLED' WHERE street = 1"
                + " AND state IN ('READING', 'READY', 'APPLYING')");
        reference.publish(handle, changes, anew);
        street.deriveAgain(handle, changes); // guests are known by their cards
        return anew.size();
    }

    private static void rename(Handle handle, CardConversion conversion) {
        var cards = handle.createQuery("SELECT DISTINCT card FROM card_history WHERE street = 1")
                .mapTo(String.class)
                .list();
        for (var card : cards) {
            CardSecrets.converted(conversion, new CardKey(card))
                    .ifPresent(anew -> handle.execute(
                            "UPDATE card_history SET card = ? WHERE street = 1 AND card = ?", anew.hex(), card));
        }
    }
}
