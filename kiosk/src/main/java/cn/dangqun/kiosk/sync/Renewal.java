package cn.dangqun.kiosk.sync;

import cn.dangqun.protocol.wire.EnrolGranted;
import cn.dangqun.protocol.wire.EnrolRequest;
import cn.dangqun.protocol.wire.Frame;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks for a new certificate, over the connection that the old one opened, when the old one ends soon or the street
/// would have cards kept under another secret, or the ledger sealed with a key that is not here. Never twice in one
/// connection, nor in one day ([RenewalPace]).
final class Renewal {
    static final Duration AHEAD = Duration.ofDays(30);
    private static final Logger log = LoggerFactory.getLogger(Renewal.class);

    private final SyncResources resources;
    private final KioskIdentity identity;
    private volatile @Nullable KeyRequest request;
    private volatile boolean asked;
    private volatile boolean hasOtherCardSecret;
    private volatile boolean lacksLedgerKey;

    Renewal(SyncResources resources, KioskIdentity identity) {
        this.resources = resources;
        this.identity = identity;
    }

    /// The frame to send, if it is time and somebody knows what time it is. Call on one thread.
    CompletableFuture<Optional<Frame.Builder>> requestIfDue() {
        if (asked || !(endsSoon() || hasOtherCardSecret || lacksLedgerKey)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        asked = true; // not twice before the disk has answered
        return CompletableFuture.supplyAsync(this::makeRequest, resources.workers());
    }

    private boolean endsSoon() {
        var left = Duration.between(resources.ledger().now(), identity.expires());
        return left.compareTo(AHEAD) <= 0 && resources.ledger().time().quality().isGood();
    }

    /// The street has said under which secret cards are to be kept; an older street says nothing.
    void shouldKeepCardsUnder(String secret) {
        hasOtherCardSecret = !secret.isEmpty() && !secret.equals(identity.cardSecretName());
    }

    /// The street has said which key the ledger is to be sealed with; an older street says nothing.
    void shouldSealWith(String ledgerKey) {
        lacksLedgerKey = resources.ledger().keys().lacks(identity.kiosk(), ledgerKey);
    }

    private Optional<Frame.Builder> makeRequest() {
        if (!resources.renewalPace().take()) {
            asked = false;
            return Optional.empty();
        }
        try {
            var made = KeyRequest.make();
            request = made;
            log.info("A new certificate is asked for; this one ends at {}", identity.expires());
            return Optional.of(
                    Frame.newBuilder().setEnrolRequest(EnrolRequest.newBuilder().setCertificateRequest(made.der())));
        } catch (GeneralSecurityException e) {
            log.error("A new key cannot be made", e);
            return Optional.empty();
        }
    }

    /// The renewed identity once it is proved and on the disk; empty when it is not.
    CompletableFuture<Optional<KioskIdentity>> granted(EnrolGranted granted) {
        return CompletableFuture.supplyAsync(() -> keep(granted), resources.workers());
    }

    private Optional<KioskIdentity> keep(EnrolGranted granted) {
        var made = request;
        if (made == null || !granted.getKiosk().equals(identity.kiosk().value())) {
            log.warn("A certificate came that nobody asked for");
            return Optional.empty();
        }
        try {
            var chain = made.proved(granted, Fingerprint.of(identity.authority()));
            var renewed = identity.renewed(
                    made.privateKey(),
                    chain,
                    new KioskIdentity.Cards(
                            granted.getCardSecret().toByteArray(),
                            granted.getCardSalt().toByteArray()),
                    resources.reference().cards());
            boolean unlocked = resources.ledger().keys().keep(renewed.kiosk(), Enroller.ledgerKeys(granted));
            resources.identityFile().save(renewed);
            if (unlocked) {
                var _ = resources.ledger().adopt(renewed.kiosk());
            }
            log.info("The new certificate ends at {}", renewed.expires());
            return Optional.of(renewed);
        } catch (GeneralSecurityException | IllegalArgumentException | IOException e) {
            log.error("The new certificate cannot be kept; the old one goes on", e);
            return Optional.empty();
        }
    }
}
