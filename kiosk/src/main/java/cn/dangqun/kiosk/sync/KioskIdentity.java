package cn.dangqun.kiosk.sync;

import cn.dangqun.cards.CardSecret;
import cn.dangqun.cards.CurveCardKeyer;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.credential.MacCardKeyer;
import cn.dangqun.domain.fact.KioskId;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who this kiosk is at the street: its key, its certificate chain (its own first, the street's CA last) and how it
/// keeps cards. Never printed.
public final class KioskIdentity {
    private final KioskId kiosk;
    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final Cards cards;
    private final Optional<Cards> former;

    /// A secret of this kiosk's own and the street's salt; without a salt, from an older street, what all its kiosks
    /// shared.
    static final class Cards {
        private final byte[] secret;
        private final byte[] salt;
        private final CardKeyer keyer;
        private final String name;

        /// @throws IllegalArgumentException when these are no secret and no salt
        Cards(byte[] secret, byte[] salt) {
            this.secret = secret.clone();
            this.salt = salt.clone();
            boolean own = salt.length > 0;
            this.keyer = own ? new CurveCardKeyer(CardSecret.of(secret), salt) : new MacCardKeyer(secret);
            this.name = own ? CardSecret.of(secret).tag() : "";
        }

        byte[] secret() {
            return secret.clone();
        }

        byte[] salt() {
            return salt.clone();
        }

        @Override
        public String toString() {
            return "Cards[hidden]";
        }
    }

    /// @throws IllegalArgumentException when the chain is too short
    KioskIdentity(KioskId kiosk, PrivateKey key, List<X509Certificate> chain, Cards cards) {
        this(kiosk, key, chain, cards, Optional.empty());
    }

    /// `former`: how the cards of the roster are kept until it has come under the newer secret.
    ///
    /// @throws IllegalArgumentException when the chain is too short
    KioskIdentity(KioskId kiosk, PrivateKey key, List<X509Certificate> chain, Cards cards, Optional<Cards> former) {
        if (chain.size() < 2) {
            throw new IllegalArgumentException("the chain needs the kiosk's certificate and the street's CA");
        }
        this.kiosk = kiosk;
        this.key = key;
        this.chain = List.copyOf(chain);
        this.cards = cards;
        this.former = former;
    }

    public KioskId kiosk() {
        return kiosk;
    }

    /// Keys cards as nobody else does, and as those of the roster are kept.
    ///
    /// `roster`: the name of their secret, empty when nobody noted it.
    CardKeyer cardKeyer(String roster) {
        return ofRoster(roster).keyer;
    }

    private Cards ofRoster(String roster) {
        return former.filter(_ -> !roster.equals(cards.name)).orElse(cards);
    }

    /// Names the secret without telling it; empty for one that all kiosks of an older street shared.
    String cardSecretName() {
        return cards.name;
    }

    Cards cards() {
        return cards;
    }

    Optional<Cards> formerCards() {
        return former;
    }

    PrivateKey key() {
        return key;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    /// What it shows to the street.
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    X509Certificate authority() {
        return chain.getLast();
    }

    Instant expires() {
        return chain.getFirst().getNotAfter().toInstant();
    }

    /// The same kiosk with a new key, certificate and way to keep cards; the roster's are found until it has come anew.
    ///
    /// `roster`: the name of the secret of the roster in force.
    KioskIdentity renewed(PrivateKey newKey, List<X509Certificate> newChain, Cards newCards, String roster) {
        return new KioskIdentity(
                kiosk,
                newKey,
                newChain,
                newCards,
                Optional.of(ofRoster(roster)).filter(each -> !each.name.equals(newCards.name)));
    }

    /// The roster is kept as this kiosk keeps cards by now: a secret that may be in other hands is forgotten.
    KioskIdentity withoutFormer() {
        return new KioskIdentity(kiosk, key, chain, cards);
    }

    @Override
    public String toString() {
        return "identity of " + kiosk;
    }
}
