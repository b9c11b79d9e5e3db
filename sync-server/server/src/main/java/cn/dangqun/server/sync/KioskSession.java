package cn.dangqun.server.sync;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.protocol.ContentPieces;
import cn.dangqun.protocol.wire.Ack;
import cn.dangqun.protocol.wire.Attachment;
import cn.dangqun.protocol.wire.AttachmentKept;
import cn.dangqun.protocol.wire.ContentRequest;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Heartbeat;
import cn.dangqun.protocol.wire.HeartbeatReply;
import cn.dangqun.protocol.wire.Hello;
import cn.dangqun.protocol.wire.Push;
import cn.dangqun.protocol.wire.ReferenceApplied;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.protocol.wire.Welcome;
import cn.dangqun.protocol.wire.WindowRequest;
import cn.dangqun.server.kiosks.KioskRegistry.Kiosk;
import cn.dangqun.server.ledger.AppendResult;
import cn.dangqun.server.ledger.EpochState;
import cn.dangqun.server.ledger.Turnstile;
import cn.dangqun.store.SealedBytes;
import com.google.protobuf.ByteString;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A kiosk that has been let in. On its connection's event loop, except where said otherwise.
final class KioskSession {
    private static final Logger LOG = LoggerFactory.getLogger(KioskSession.class);

    private final Connection connection;
    private final SyncServices services;
    private final Kiosk kiosk;
    private final Epoch epoch;
    private final String serial;
    private final int window;
    private final Opening opening;
    private final ReferenceDelivery reference;
    private final StreetCountDelivery counts;
    private LocalDate day;
    private int inFlight;
    private boolean full;

    KioskSession(
            Connection connection,
            SyncServices services,
            Kiosk kiosk,
            Epoch epoch,
            String serial,
            int window,
            Opening opening,
            StreetCountDelivery counts) {
        this.counts = counts;
        this.connection = connection;
        this.services = services;
        this.kiosk = kiosk;
        this.epoch = epoch;
        this.serial = serial;
        this.window = window;
        this.opening = opening;
        this.reference = new ReferenceDelivery(connection, services, kiosk, opening.feed());
        this.day = services.reference().today();
    }

    /// From any thread.
    KioskId id() {
        return kiosk.id();
    }

    /// Where it stood when it came. From any thread.
    String site() {
        return kiosk.site();
    }

    /// Serial number of the certificate it came with. From any thread.
    String serial() {
        return serial;
    }

    /// From any thread.
    void refuse(Refusal.Reason reason, String detail) {
        connection.refuse(reason, detail);
    }

    /// The street has published something. From any thread.
    void referenceChanged() {
        if (!opening.late()) {
            reference.changed();
        }
    }

    /// Something was recorded of these. From any thread.
    void attendanceChanged(Set<ActivityId> activities) {
        if (!opening.late()) {
            counts.changed(activities);
        }
    }

    private void attendanceChanged() {
        if (!opening.late()) {
            counts.changed();
        }
    }

    void welcome(Hello hello, int version, EpochState.Continues ledger) {
        LOG.info(
                "{} connected, software {}, {} at the street",
                connection.peer(),
                hello.getSoftware(),
                ledger.ackedSeq());
        services.kiosks().notedHello(kiosk.id(), serial);
        services.kiosks().notedHealth(kiosk.id(), epoch, hello.getHealth(), hello.getWallMillis());
        connection.send(Frame.newBuilder()
                .setWelcome(Welcome.newBuilder()
                        .setProtocol(version)
                        .setKiosk(kiosk.id().value())
                        .setKioskName(kiosk.name())
                        .setAckedSeq(ledger.ackedSeq())
                        .setAckedHash(ledger.ackedHash())
                        .setReferenceNewest(opening.referenceNewest())
                        .setWallMillis(services.clock().millis())
                        .setWindow(window)
                        .setBackedUpSeq(opening.backedUp())
                        .setCardSecret(opening.cardSecret())
                        .setLedgerKey(opening.ledgerKey())
                        .setWindowAddress(opening.windowAddress())));
        referenceChanged();
        attendanceChanged();
    }

    void heartbeat(Heartbeat heartbeat) {
        services.kiosks().notedHealth(kiosk.id(), epoch, heartbeat.getHealth(), heartbeat.getWallMillis());
        connection.askAside(
                () -> HeartbeatReply.newBuilder()
                        .setBackedUpSeq(services.ledger().backedUp(kiosk.id(), epoch))
                        .setWindowAddress(services.windows().address(kiosk.id())),
                reply -> connection.send(Frame.newBuilder()
                        .setHeartbeatReply(reply.setWallMillis(services.clock().millis()))));
        attendanceChanged();
        newDay();
    }

    /// With a day branches come to visit, and go.
    private void newDay() {
        var today = services.reference().today();
        if (!today.equals(day)) {
            day = today;
            referenceChanged();
        }
    }

    void applied(ReferenceApplied applied) {
        if (!opening.late()) {
            reference.applied(applied.getThrough());
        }
    }

    void push(Push push) {
        epoch(push)
                .ifPresentOrElse(
                        epoch -> push(epoch, push), () -> refuse(Refusal.Reason.MALFORMED, "push without an epoch"));
    }

    void attach(Attachment attachment) {
        var sealed = attachment.getSealed().toByteArray();
        var key = attachment.getKey().toByteArray();
        if (sealed.length == 0 || key.length != SealedBytes.KEY_BYTES) {
            refuse(Refusal.Reason.MALFORMED, "an attachment that cannot be");
            return;
        }
        whenThereIsRoom(sealed.length, pass -> attach(new SealedBytes(sealed, key), pass));
    }

    private void attach(SealedBytes bytes, Turnstile.Pass pass) {
        var kept = connection.isEnded()
                ? Optional.<CompletableFuture<SealedId>>empty()
                : services.ledger().attach(kiosk.id(), bytes);
        if (kept.isEmpty()) {
            pass.giveBack();
            refuse(Refusal.Reason.BUSY, "the ledger takes no more");
            return;
        }
        var _ = kept.get().whenComplete((id, failure) -> pass.giveBack());
        connection.await(
                kept.get(),
                id -> connection.send(Frame.newBuilder()
                        .setAttachmentKept(AttachmentKept.newBuilder()
                                .setId(ByteString.copyFrom(HexFormat.of().parseHex(id.hex()))))));
    }

    /// A certificate for the pages it serves to the windows of its centre.
    void window(WindowRequest request) {
        if (opening.late()) {
            refuse(Refusal.Reason.REVOKED, "a window of a kiosk that was revoked");
            return;
        }
        var der = request.getCertificateRequest().toByteArray();
        connection.ask(
                () -> services.windows().grant(kiosk.id(), der),
                granted -> connection.send(Frame.newBuilder().setWindowGranted(granted)));
    }

    /// A piece of a file that an item of this kiosk names. The next is asked for when this one is on its disk,
    /// so one is in memory.
    void content(ContentRequest request) {
        if (opening.late()) {
            refuse(Refusal.Reason.REVOKED, "a file for a kiosk that was revoked");
            return;
        }
        if (!ContentPieces.isRequest(request)) {
            refuse(Refusal.Reason.MALFORMED, "a file that has no name");
            return;
        }
        connection.ask(
                () -> services.content().piece(kiosk.site(), request),
                piece -> connection.send(Frame.newBuilder().setContentPiece(piece)));
    }

    private static Optional<Epoch> epoch(Push push) {
        try {
            return Optional.of(new Epoch(push.getEpoch()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Nothing more is read while this one waits for room: what waits is one push of each kiosk, and what TCP holds.
    private void push(Epoch epoch, Push push) {
        whenThereIsRoom(push.getSerializedSize(), pass -> push(epoch, push, pass));
    }

    /// At once, or when those before have made room; nothing more is read until then.
    private void whenThereIsRoom(long size, Consumer<Turnstile.Pass> then) {
        var room = services.ledger().turnstile().enter(size);
        if (room.isDone()) {
            then.accept(room.join());
            return;
        }
        connection.hold();
        var _ = room.thenAccept(pass -> connection.onLoop(() -> {
            then.accept(pass);
            connection.resume();
        }));
    }

    private void push(Epoch epoch, Push push, Turnstile.Pass pass) {
        var result = connection.isEnded()
                ? Optional.<CompletableFuture<AppendResult>>empty()
                : services.ledger().append(kiosk.id(), epoch, push);
        if (result.isEmpty()) {
            pass.giveBack();
            refuse(Refusal.Reason.BUSY, "the ledger takes no more");
            return;
        }
        var _ = result.get().whenComplete((appended, failure) -> pass.giveBack());
        inFlight++;
        updateWindow();
        connection.await(result.get(), appended -> {
            answer(push, appended);
            inFlight--;
            updateWindow();
        });
    }

    /// A full window stops the reading, and with it, through TCP, the sending.
    private void updateWindow() {
        if (full != (inFlight >= window)) {
            full = !full;
            if (full) {
                connection.hold();
            } else {
                connection.resume();
            }
        }
    }

    private void answer(Push push, AppendResult result) {
        switch (result) {
            case AppendResult.Taken(var through, var quarantined) -> {
                if (!quarantined.isEmpty()) {
                    LOG.warn(
                            "{}: {} records quarantined through seq {}",
                            connection.peer(),
                            quarantined.size(),
                            through);
                }
                connection.send(Frame.newBuilder()
                        .setAck(Ack.newBuilder()
                                .setPushId(push.getPushId())
                                .setEpoch(push.getEpoch())
                                .setThroughSeq(through)
                                .addAllQuarantined(quarantined)));
            }
            case AppendResult.Refused(var reason, var detail) -> refuse(reason, detail);
        }
    }
}
