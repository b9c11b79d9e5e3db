package cn.dangqun.protocol;

import cn.dangqun.protocol.wire.Hello;

/// Versions of the sync protocol this build speaks; both sides use the newest they share (F-67).
public final class ProtocolVersion {
    public static final int OLDEST = 1;
    public static final int NEWEST = 9;

    /// The first version whose street knows facts carried over from another ledger, and says EPOCH_CLOSED.
    public static final int CARRYING = 2;

    /// The first version whose street tells a kiosk how an activity stands.
    public static final int STREET_COUNT = 4;

    /// The first version whose street keeps sealed attachments, and knows facts of sessions and requests.
    public static final int ATTACHING = 5;

    /// The first version whose street sends content files.
    public static final int CONTENT = 6;

    private ProtocolVersion() {}

    /// What a peer's offered range comes to here.
    public sealed interface Agreement {
        record Agreed(int version) implements Agreement {}

        record PeerTooOld() implements Agreement {}

        record PeerTooNew() implements Agreement {}
    }

    public static Agreement agree(Hello hello) {
        if (hello.getProtocolNewest() < OLDEST || hello.getProtocolNewest() < hello.getProtocolOldest()) {
            return new Agreement.PeerTooOld();
        }
        if (hello.getProtocolOldest() > NEWEST) {
            return new Agreement.PeerTooNew();
        }
        return new Agreement.Agreed(Math.min(NEWEST, hello.getProtocolNewest()));
    }
}
