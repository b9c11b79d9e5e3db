package cn.dangqun.server.reference;

import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.protocol.ReferenceKinds;
import cn.dangqun.protocol.wire.ReferencePage;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// How far one kiosk has been told: it holds everything of `scopes` through `after` that `protocol` carries,
/// cards as `cards` names them. While `snapshotThrough` is above `after`, current items are sent instead of
/// every change that led to them.
///
/// `restart`: the next page tells the kiosk to forget everything first. `joining`: of these scopes it does not hold
/// yet what is older than `after`.
public record Feed(
        String site,
        int protocol,
        String cards,
        Set<Scope> scopes,
        long after,
        long snapshotThrough,
        boolean restart,
        Joining joining) {
    public Feed {
        scopes = Set.copyOf(scopes);
    }

    /// Scopes that a kiosk is being told beside what it has; of the one that comes first, those through `through`
    /// are there.
    record Joining(Set<Scope> scopes, long through) {
        static final Joining NONE = new Joining(Set.of(), 0);

        Joining {
            scopes = Set.copyOf(scopes);
        }

        /// Branch by branch, so that no page has half of one; people before what they are asked to.
        Optional<Scope> first() {
            return scopes.stream().min(Scope.PEOPLE_FIRST);
        }

        Joining without(Scope done) {
            var left = new HashSet<>(scopes);
            left.remove(done);
            return new Joining(left, 0);
        }
    }

    /// A page to send, and where the kiosk stands once it has applied it.
    public record Next(ReferencePage page, Feed feed) {}

    static Feed from(Held held, Set<Scope> scopes, long after) {
        return new Feed(held.site(), held.protocol(), held.cards(), scopes, after, 0, false, Joining.NONE);
    }

    static Feed fromTheStart(Held held, Set<Scope> scopes) {
        return new Feed(held.site(), held.protocol(), held.cards(), scopes, 0, 0, true, Joining.NONE);
    }

    Feed movedTo(long through, long snapshotEnd) {
        return new Feed(site, protocol, cards, scopes, through, snapshotEnd, false, joining);
    }

    /// It has forgotten what is in no scope of these, and takes what it does not know of them.
    Feed shiftedTo(Set<Scope> now) {
        var fresh = new HashSet<>(now);
        fresh.removeAll(scopes);
        return new Feed(site, protocol, cards, now, after, 0, false, new Joining(fresh, 0));
    }

    Feed with(Joining other) {
        return new Feed(site, protocol, cards, scopes, after, snapshotThrough, restart, other);
    }

    /// Nothing older than `after` is missing, and nothing is on its way.
    boolean isWhole() {
        return !restart && after >= snapshotThrough && !isJoining();
    }

    /// The kiosk is between the scopes it had and those it is to have.
    public boolean isJoining() {
        return !joining.scopes().isEmpty();
    }

    /// What the kiosk holds once it has everything.
    public Held held() {
        return new Held(site, protocol, cards, scopes);
    }

    /// The kinds this kiosk can read.
    Set<ReferenceKind> kinds() {
        return ReferenceKinds.readableAt(protocol);
    }
}
