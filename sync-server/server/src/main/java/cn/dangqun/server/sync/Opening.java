package cn.dangqun.server.sync;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.protocol.wire.Hello;
import cn.dangqun.server.kiosks.KioskRegistry.Kiosk;
import cn.dangqun.server.reference.Feed;

/// What the street knows of a kiosk when it says hello.
record Opening(long ackedSeq, long helloSeq, Feed feed, long referenceNewest) {
    /// Blocks.
    static Opening prepare(SyncServices services, Kiosk kiosk, Epoch epoch, Hello hello) {
        var acked = services.ledger().lastSeq(kiosk.id(), epoch);
        var feed = services.reference().feed(kiosk.site(), kiosk.referenceSite(), hello.getReferenceApplied());
        return new Opening(acked, hello.getLastSeq(), feed, services.reference().newest(feed));
    }

    /// The kiosk has lost facts it sent before: its disk is an older image, or another machine sent them.
    boolean isForked() {
        return helloSeq < ackedSeq;
    }
}
