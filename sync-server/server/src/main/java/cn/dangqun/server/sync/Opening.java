package cn.dangqun.server.sync;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.protocol.wire.Hello;
import cn.dangqun.server.kiosks.KioskRegistry.Kiosk;
import cn.dangqun.server.ledger.EpochState;
import cn.dangqun.server.reference.Feed;
import cn.dangqun.server.reference.Held;

/// What the street knows of a kiosk when it says hello. `backedUp`: as in [Ledger#backedUp]; `cardSecret` names
/// the secret it should have, `ledgerKey` the key; `late`: it is revoked, and let in to deliver facts only.
record Opening(
        EpochState epoch,
        Feed feed,
        long referenceNewest,
        long backedUp,
        String cardSecret,
        String ledgerKey,
        String windowAddress,
        boolean late) {
    /// Blocks.
    static Opening prepare(SyncServices services, Kiosk kiosk, Epoch epoch, Hello hello, int version, boolean late) {
        var state = services.ledger().judge(kiosk.id(), epoch, hello);
        var feed = services.reference()
                .feed(
                        new Held(kiosk.site(), version, hello.getCardSecret()),
                        kiosk.held(),
                        hello.getReferenceApplied());
        return new Opening(
                state,
                feed,
                late ? hello.getReferenceApplied() : services.reference().newest(feed),
                services.ledger().backedUp(kiosk.id(), epoch),
                services.cards().nameOf(kiosk.id()),
                services.ledgerKeys().of(kiosk.id()).name(),
                services.windows().address(kiosk.id()),
                late);
    }
}
