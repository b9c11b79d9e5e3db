package cn.dangqun.config.demo;

import cn.dangqun.domain.credential.code.CardSerial;
import cn.dangqun.domain.credential.code.MemberCode;
import cn.dangqun.domain.credential.code.MemberCodeSigner;
import cn.dangqun.domain.credential.code.StreetKey;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.reference.ReferenceItem;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Member codes of the demonstration, signed with a key that everybody can know: it opens nothing outside the
/// demonstration.
final class DemoCodes {
    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 1);
    private static final LocalDate EXPIRES = LocalDate.of(2099, 12, 31);
    private static final CardSerial GOOD = new CardSerial(1001);
    private static final CardSerial EXPIRED = new CardSerial(1002);
    private static final CardSerial REVOKED = new CardSerial(1003);
    private static final CardSerial FORGED = new CardSerial(1004);

    private static final KeyPair STREET = keyPair((byte) 1);
    private static final KeyPair STRANGER = keyPair((byte) 2);

    private DemoCodes() {}

    static List<ReferenceItem> published() {
        var key = StreetKey.of(STREET.getPublic());
        return List.of(
                new ReferenceItem.StreetKey(key.id().value(), STREET.getPublic(), Optional.empty()),
                new ReferenceItem.RevokedCode(REVOKED.value()));
    }

    static List<DemoPerson> people(Member holder) {
        var name = holder.name().full();
        var good = signed(holder, GOOD, EXPIRES);
        return List.of(
                person("二维码　" + name, good),
                person("过期的二维码", signed(holder, EXPIRED, LocalDate.of(2026, 6, 30))),
                person("已作废的二维码", signed(holder, REVOKED, EXPIRES)),
                person("别处签发的二维码", foreign(holder)),
                person("伪造的二维码", forged(holder, good)),
                person("无关的二维码", "https://example.invalid/"));
    }

    private static DemoPerson person(String label, String text) {
        return new DemoPerson(label, new DemoPerson.Shows.CodeText(text));
    }

    private static String signed(Member holder, CardSerial serial, LocalDate expires) {
        return signer(STREET).sign(new MemberCode(holder.id(), serial, ISSUED, expires));
    }

    private static String foreign(Member holder) {
        return signer(STRANGER).sign(new MemberCode(holder.id(), FORGED, ISSUED, EXPIRES));
    }

    // another card's signature under this card's words: right form, wrong signature
    private static String forged(Member holder, String good) {
        var other = signed(holder, FORGED, EXPIRES);
        int words = good.length() / 3;
        return good.substring(0, words) + other.substring(words);
    }

    private static MemberCodeSigner signer(KeyPair pair) {
        return new MemberCodeSigner(pair.getPrivate(), StreetKey.of(pair.getPublic()));
    }

    private static KeyPair keyPair(byte seed) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new SameBytes(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has Ed25519", e);
        }
    }

    /// Not random at all, so that the demonstration's key is the same everywhere.
    private static final class SameBytes extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte value;

        SameBytes(byte value) {
            this.value = value;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, value);
        }
    }
}
