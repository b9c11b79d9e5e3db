package cn.dangqun.server.reference;

import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.protocol.ReferenceKinds;
import cn.dangqun.protocol.wire.ReferencePage;
import java.util.Set;

/// How far one kiosk has been told: it holds everything of `scopes` through `after` that `protocol` carries,
/// cards as `cards` names them. While
/// `snapshotThrough` is above `after`, current items are sent instead of every change that led to them.
///
/// `restart`: the next page tells the kiosk to forget everything first.
public record Feed(
        String site, int protocol, String cards, Set<Scope> scopes, long after, long snapshotThrough, boolean restart) {
    public Feed {
        scopes = Set.copyOf(scopes);
    }

    /// A page to send, and where the kiosk stands once it has applied it.
    public record Next(ReferencePage page, Feed feed) {}

    static Feed from(Held held, Set<Scope> scopes, long after) {
        return new Feed(held.site(), held.protocol(), held.cards(), scopes, after, 0, false);
    }

    static Feed fromTheStart(Held held, Set<Scope> scopes) {
        return new Feed(held.site(), held.protocol(), held.cards(), scopes, 0, 0, true);
    }

    Feed movedTo(long through, long snapshotEnd) {
        return new Feed(site, protocol, cards, scopes, through, snapshotEnd, false);
    }

    /// What the kiosk holds once it has everything.
    public Held held() {
        return new Held(site, protocol, cards);
    }

    /// The kinds this kiosk can read.
    Set<ReferenceKind> kinds() {
        return ReferenceKinds.readableAt(protocol);
    }
}
