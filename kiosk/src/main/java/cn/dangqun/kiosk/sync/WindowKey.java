package cn.dangqun.kiosk.sync;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/// What this kiosk shows to browsers at the windows: a certificate for one address or name, its key, and last the
/// authority that those browsers trust.
public record WindowKey(String address, PrivateKey key, List<X509Certificate> chain) {
    public WindowKey {
        chain = List.copyOf(chain);
        if (address.isBlank() || chain.isEmpty()) {
            throw new IllegalArgumentException("a window's certificate is for an address");
        }
    }

    public Instant expires() {
        return chain.getFirst().getNotAfter().toInstant();
    }

    @Override
    public String toString() {
        return "WindowKey[" + address + "]";
    }
}
