package cn.dangqun.kiosk.sync;

import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.WindowGranted;
import cn.dangqun.protocol.wire.WindowRequest;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The certificate for the window page: asked of the street for the address that it has named, and kept, so that the
/// page is served without the street (docs/decisions/0033). Safe for use from several threads; what blocks says so.
public final class WindowCertificate {
    private static final Logger log = LoggerFactory.getLogger(WindowCertificate.class);
    private static final Duration AHEAD = Duration.ofDays(30);
    private static final Duration APART = Duration.ofMinutes(10);
    private static final String NOWHERE = "-";

    private final WindowKeyFile file;
    private final Ledger ledger;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private State state;
    private @Nullable KeyRequest request;
    private String askedFor = "";
    private long askedAt;

    /// Blocks.
    WindowCertificate(WindowKeyFile file, Ledger ledger) {
        this.file = file;
        this.ledger = ledger;
        this.state = new State("", stored(file));
    }

    /// `told`: the address that the street names now, empty before it has said any; `key`: what is on the disk, for
    /// whatever address.
    public record State(String told, Optional<WindowKey> key) {
        /// What may be shown to browsers.
        public Optional<WindowKey> usable() {
            return key.filter(each -> told.isEmpty() || told.equals(each.address()));
        }
    }

    private static Optional<WindowKey> stored(WindowKeyFile file) {
        try {
            return file.load();
        } catch (IOException | GeneralSecurityException e) {
            log.error("The key of the window page cannot be read; another will be asked for: {}", e.toString());
            return Optional.empty();
        }
    }

    public synchronized State state() {
        return state;
    }

    /// Hears of every change, on a thread of the sync: hand over at once.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// The street has named an address, or none. An older one says nothing, and what there is stays.
    void told(String address) {
        synchronized (this) {
            if (address.isEmpty() || address.equals(state.told())) {
                return;
            }
            state = new State(address.equals(NOWHERE) ? NOWHERE : address, state.key());
        }
        listeners.forEach(Runnable::run);
    }

    /// The frame to send, if it is time. Makes a key; blocks.
    synchronized Optional<Frame.Builder> requestIfDue() {
        var address = state.told();
        boolean asked = address.equals(askedFor) && System.nanoTime() - askedAt < APART.toNanos();
        if (address.isEmpty() || address.equals(NOWHERE) || asked || lastsFor(address)) {
            return Optional.empty();
        }
        try {
            var made = KeyRequest.make();
            request = made;
            askedFor = address;
            askedAt = System.nanoTime();
            return Optional.of(Frame.newBuilder()
                    .setWindowRequest(WindowRequest.newBuilder().setCertificateRequest(made.der())));
        } catch (GeneralSecurityException e) {
            log.error("A key for the window page cannot be made", e);
            return Optional.empty();
        }
    }

    private boolean lastsFor(String address) {
        var until = ledger.now().plus(AHEAD);
        return state.key()
                .filter(key -> key.address().equals(address))
                .filter(key -> key.expires().isAfter(until))
                .isPresent();
    }

    /// What the street answered. Blocks.
    void granted(WindowGranted granted) {
        synchronized (this) {
            var made = request;
            request = null;
            if (made == null || granted.getCertificatesCount() == 0) {
                log.warn("The street grants no certificate for the window page now");
                return;
            }
            try {
                var key = new WindowKey(granted.getAddress(), made.privateKey(), proved(made, granted));
                file.save(key);
                state = new State(state.told(), Optional.of(key));
                log.info("The window page has a certificate for {} until {}", key.address(), key.expires());
            } catch (GeneralSecurityException | IllegalArgumentException | IOException e) {
                log.error("The certificate for the window page cannot be kept", e);
                return;
            }
        }
        listeners.forEach(Runnable::run);
    }

    private static List<X509Certificate> proved(KeyRequest made, WindowGranted granted)
            throws GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        var chain = new ArrayList<X509Certificate>();
        for (ByteString der : granted.getCertificatesList()) {
            chain.add((X509Certificate) factory.generateCertificate(der.newInput()));
        }
        if (!made.isFor(chain.getFirst())) {
            throw new CertificateException("the certificate is for another key");
        }
        chain.getFirst().verify(chain.getLast().getPublicKey());
        return chain;
    }

    /// Another kiosk's identity was taken up: what was granted to the former one goes. Blocks.
    void forget() {
        synchronized (this) {
            state = new State("", Optional.empty());
            try {
                file.delete();
            } catch (IOException e) {
                log.warn("The key of the window page stays on the disk: {}", e.toString());
            }
        }
        listeners.forEach(Runnable::run);
    }
}
