package cn.dangqun.kiosk.sync;

import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.LedgerPosition;
import cn.dangqun.protocol.wire.Attachment;
import cn.dangqun.protocol.wire.AttachmentKept;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.store.SealedBytes;
import com.google.protobuf.ByteString;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what facts name, one at a time, beside the facts: it never holds them up. On the session's event loop.
final class AttachmentUplink {
    private static final Logger log = LoggerFactory.getLogger(AttachmentUplink.class);

    private final SyncResources resources;
    private final Uplink.Session session;
    private @Nullable SealedId sent;
    private boolean started;
    private boolean reading;

    AttachmentUplink(SyncResources resources, Uplink.Session session) {
        this.resources = resources;
        this.session = session;
    }

    /// The street keeps such things.
    void start() {
        started = true;
        resources.ledger().position().ifPresent(this::ledgerMoved);
    }

    void ledgerMoved(LedgerPosition position) {
        if (!started || reading || sent != null || position.attachments() == 0) {
            return;
        }
        reading = true;
        session.await(CompletableFuture.supplyAsync(this::next, resources.workers()), next -> {
            reading = false;
            next.ifPresent(this::send);
        });
    }

    private Optional<SealedBytes> next() {
        try {
            return resources.reader().unsentAttachment();
        } catch (SQLException e) {
            log.warn("An attachment cannot be read now: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private void send(SealedBytes next) {
        sent = new SealedId(next.id());
        session.send(Frame.newBuilder()
                .setAttachment(Attachment.newBuilder()
                        .setSealed(ByteString.copyFrom(next.sealed()))
                        .setKey(ByteString.copyFrom(next.key()))));
    }

    void kept(AttachmentKept kept) {
        var waiting = sent;
        if (waiting == null
                || !waiting.hex().equals(HexFormat.of().formatHex(kept.getId().toByteArray()))) {
            session.drop("the street keeps an attachment that was not sent");
            return;
        }
        session.await(resources.ledger().kept(waiting), commit -> {
            switch (commit) {
                case Commit.Done<LedgerPosition>(var position) -> {
                    sent = null;
                    ledgerMoved(position);
                }
                case Commit.NotSaved<LedgerPosition> _ -> session.drop("that the street has it could not be kept");
            }
        });
    }
}
