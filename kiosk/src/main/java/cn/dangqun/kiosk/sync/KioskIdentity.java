package cn.dangqun.kiosk.sync;

import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.fact.KioskId;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/// Who this kiosk is at the street: its key, its certificate chain (its own first, the street's CA last) and the
/// street's card secret. Never printed.
public final class KioskIdentity {
    private final KioskId kiosk;
    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final byte[] cardSecret;

    /// @throws IllegalArgumentException when the chain or the secret is too short
    KioskIdentity(KioskId kiosk, PrivateKey key, List<X509Certificate> chain, byte[] cardSecret) {
        if (chain.size() < 2) {
            throw new IllegalArgumentException("the chain needs the kiosk's certificate and the street's CA");
        }
        this.kiosk = kiosk;
        this.key = key;
        this.chain = List.copyOf(chain);
        this.cardSecret = cardSecret.clone();
        var _ = new CardKeyer(cardSecret);
    }

    public KioskId kiosk() {
        return kiosk;
    }

    /// Keys cards as every kiosk of the street does.
    public CardKeyer cardKeyer() {
        return new CardKeyer(cardSecret);
    }

    byte[] cardSecret() {
        return cardSecret.clone();
    }

    PrivateKey key() {
        return key;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    X509Certificate authority() {
        return chain.getLast();
    }

    Instant expires() {
        return chain.getFirst().getNotAfter().toInstant();
    }

    /// The same kiosk with a new key and certificate.
    KioskIdentity renewed(PrivateKey newKey, List<X509Certificate> newChain) {
        return new KioskIdentity(kiosk, newKey, newChain, cardSecret);
    }

    @Override
    public String toString() {
        return "identity of " + kiosk;
    }
}
