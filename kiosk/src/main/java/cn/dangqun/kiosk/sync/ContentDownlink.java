package cn.dangqun.kiosk.sync;

import cn.dangqun.domain.content.ContentId;
import cn.dangqun.kiosk.content.ContentFiles.Taken;
import cn.dangqun.kiosk.content.ContentFiles.Wanted;
import cn.dangqun.protocol.wire.ContentPiece;
import cn.dangqun.protocol.wire.ContentRequest;
import cn.dangqun.protocol.wire.Frame;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches the files that items name, a piece at a time, the next when the last is on the disk. While facts wait for
/// the street nothing is asked for. What cannot be had now is tried again after a heartbeat. On the session's event
/// loop.
final class ContentDownlink {
    private static final Logger log = LoggerFactory.getLogger(ContentDownlink.class);

    private final SyncResources resources;
    private final Uplink.Session session;
    private final Set<ContentId> later = new HashSet<>();
    private @Nullable Wanted asked;
    private boolean started;
    private boolean looking;
    private boolean diskRefuses;

    ContentDownlink(SyncResources resources, Uplink.Session session) {
        this.resources = resources;
        this.session = session;
    }

    /// The street sends such files.
    void start() {
        started = true;
        look();
    }

    /// Another thirty seconds have passed.
    void tryAgain() {
        later.clear();
        diskRefuses = false;
        look();
    }

    /// Everything the street has to say is in force.
    void sweep() {
        session.await(CompletableFuture.runAsync(resources.content()::sweep, resources.workers()), _ -> look());
    }

    /// There may be something to fetch, or nothing in its way any more.
    void look() {
        if (!started || looking || asked != null || diskRefuses || factsWait()) {
            return;
        }
        looking = true;
        var left = Set.copyOf(later);
        session.await(
                CompletableFuture.supplyAsync(() -> resources.content().next(left), resources.workers()), next -> {
                    looking = false;
                    next.ifPresent(this::ask);
                });
    }

    private boolean factsWait() {
        return resources
                .ledger()
                .position()
                .filter(each -> each.pending() == 0 && each.attachments() == 0)
                .isEmpty();
    }

    private void ask(Wanted next) {
        if (factsWait()) {
            return; // the ledger says when they are gone
        }
        asked = next;
        session.send(Frame.newBuilder()
                .setContentRequest(ContentRequest.newBuilder()
                        .setId(ByteString.copyFrom(next.file().id().raw()))
                        .setFrom(next.have())));
    }

    void came(ContentPiece piece) {
        var waiting = asked;
        if (waiting == null
                || piece.getFrom() != waiting.have()
                || !piece.getId().equals(ByteString.copyFrom(waiting.file().id().raw()))) {
            session.drop("the street sends a file that was not asked for");
            return;
        }
        if (piece.getBytes().isEmpty()) {
            log.info(
                    "The street has no picture {} for this kiosk now",
                    waiting.file().id());
            asked = null;
            leave(waiting);
            return;
        }
        var bytes = piece.getBytes().toByteArray();
        session.await(CompletableFuture.supplyAsync(() -> take(waiting, bytes), resources.workers()), taken -> {
            asked = null;
            taken.ifPresentOrElse(
                    each -> {
                        if (each == Taken.SPOILED) {
                            leave(waiting);
                        } else {
                            look();
                        }
                    },
                    () -> diskRefuses = true);
        });
    }

    private void leave(Wanted file) {
        later.add(file.file().id());
        look();
    }

    private Optional<Taken> take(Wanted waiting, byte[] bytes) {
        try {
            return Optional.of(resources.content().take(waiting.file(), waiting.have(), bytes));
        } catch (IOException e) {
            log.warn("The disk does not take picture {} now: {}", waiting.file().id(), e.toString());
            return Optional.empty();
        }
    }
}
