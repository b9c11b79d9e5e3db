package cn.dangqun.server.sync;

import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.kiosks.KioskRegistry.Kiosk;
import cn.dangqun.server.reference.Feed;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Sends one kiosk its reference pages: one at a time, the next only after the kiosk has stored the last (F-60). On
/// the connection's event loop, except [#changed].
@OneProcess("Of one connection, which one process has.")
final class ReferenceDelivery {
    private final Connection connection;
    private final SyncServices services;
    private final Kiosk kiosk;
    private final AtomicBoolean maybeMore = new AtomicBoolean();
    private Feed feed;
    private Feed.@Nullable Next sent;
    private boolean looking;

    ReferenceDelivery(Connection connection, SyncServices services, Kiosk kiosk, Feed feed) {
        this.connection = connection;
        this.services = services;
        this.kiosk = kiosk;
        this.feed = feed;
    }

    /// There may be something new to send. From any thread.
    void changed() {
        if (!maybeMore.getAndSet(true)) {
            connection.onLoop(this::look);
        }
    }

    private void look() {
        if (looking || sent != null || !maybeMore.getAndSet(false)) {
            return;
        }
        looking = true;
        var from = feed;
        connection.askAside(() -> next(from), this::found);
    }

    /// Blocks.
    private Optional<Feed.Next> next(Feed from) {
        var next = services.reference().next(from).map(services.cards()::asKeptBy);
        if (next.filter(each -> each.feed().isJoining()).isPresent() && !from.isJoining()) {
            services.kiosks().setsOut(kiosk.id());
        }
        return next;
    }

    private void found(Optional<Feed.Next> next) {
        looking = false;
        if (next.isPresent()) {
            sent = next.get();
            connection.send(Frame.newBuilder().setReferencePage(sent.page()));
        } else {
            look();
        }
    }

    void applied(long through) {
        if (sent == null || sent.page().getThrough() != through) {
            connection.refuse(Refusal.Reason.UNEXPECTED, "reference applied through " + through);
            return;
        }
        feed = sent.feed();
        sent = null;
        services.kiosks().notedReferenceApplied(kiosk.id(), feed.held(), through, feed.isJoining());
        maybeMore.set(true);
        look();
    }
}
