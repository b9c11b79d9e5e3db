package cn.dangqun.domain.credential.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.attendance.CodeFault;
import cn.dangqun.domain.credential.code.MemberCodeVerdict.Genuine;
import cn.dangqun.domain.credential.code.MemberCodeVerdict.Refused;
import cn.dangqun.domain.member.MemberId;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberCodeVerifierTest {
    private static final LocalDate ISSUED = LocalDate.of(2026, 7, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2028, 6, 30);
    private static final MemberId MEMBER = new MemberId("M-000123");
    private static final CardSerial SERIAL = new CardSerial(42);
    private static final MemberCode CODE = new MemberCode(MEMBER, SERIAL, ISSUED, LAST_DAY);
    private static final BigInteger ORDER_OF_THE_CURVE =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private final Keys street = Keys.fresh();
    private final MemberCodeVerifier verifier = new MemberCodeVerifier(List.of(street.street()), serial -> false);

    @Test
    void acceptsWhatTheStreetSignedThroughTheLastDay() {
        var text = street.signer().sign(CODE);

        assertEquals(new Genuine(MEMBER, SERIAL), verifier.verify(text, ISSUED));
        assertEquals(new Genuine(MEMBER, SERIAL), verifier.verify(text, LAST_DAY));
        assertEquals(new Refused(CodeFault.EXPIRED), verifier.verify(text, LAST_DAY.plusDays(1)));
    }

    @Test
    void acceptsACardWhenTheKiosksClockIsBehind() {
        assertEquals(
                new Genuine(MEMBER, SERIAL), verifier.verify(street.signer().sign(CODE), LocalDate.EPOCH));
    }

    @Test
    void givesTheSameTextEveryTime() {
        assertEquals(street.signer().sign(CODE), street.signer().sign(CODE));
    }

    @Test
    void staysWithinItsLengthAndTheAlphanumericSet() {
        var longest = new MemberCode(
                new MemberId("Z".repeat(32)),
                new CardSerial(0xFFFF_FFFFL),
                LocalDate.of(2199, 6, 6),
                LocalDate.of(2199, 6, 6));

        var text = street.signer().sign(longest);

        assertEquals(151, text.length());
        assertTrue(text.matches("DQ1:[0-9A-Z $%*+./:-]+"), text);
        assertEquals(new Genuine(longest.member(), longest.serial()), verifier.verify(text, ISSUED));
    }

    @Test
    void refusesTheSignatureOfAStranger() {
        var stranger = Keys.fresh();

        assertEquals(
                new Refused(CodeFault.UNKNOWN_KEY),
                verifier.verify(stranger.signer().sign(CODE), ISSUED));
    }

    @Test
    void refusesAStrangersSignatureUnderTheStreetsKeyId() {
        var message = SignedText.message(street.street().id(), CODE);
        var stranger = Keys.fresh();

        var forged = SignedText.write(message, Ed25519.sign(stranger.pair().getPrivate(), message));

        assertEquals(new Refused(CodeFault.FORGED), verifier.verify(forged, ISSUED));
    }

    @Test
    void refusesASignatureOverTheBytesWithoutThePrefix() {
        var message = SignedText.message(street.street().id(), CODE);
        var payload = Arrays.copyOfRange(message, SignedText.PREFIX.length(), message.length);

        var text = SignedText.write(message, Ed25519.sign(street.pair().getPrivate(), payload));

        assertEquals(new Refused(CodeFault.FORGED), verifier.verify(text, ISSUED));
    }

    @Test
    void refusesTheSecondFormOfTheSameSignature() {
        var message = SignedText.message(street.street().id(), CODE);
        var signature = Ed25519.sign(street.pair().getPrivate(), message);

        var twin = SignedText.write(message, withScalarPlusOrder(signature));

        assertEquals(new Refused(CodeFault.FORGED), verifier.verify(twin, ISSUED));
    }

    @Test
    void refusesARevokedCardAndNoOther() {
        var revoked = Set.of(SERIAL);
        var withList = new MemberCodeVerifier(List.of(street.street()), revoked::contains);
        var replacement = new MemberCode(MEMBER, new CardSerial(43), ISSUED, LAST_DAY);

        assertEquals(
                new Refused(CodeFault.REVOKED), withList.verify(street.signer().sign(CODE), ISSUED));
        assertEquals(
                new Genuine(MEMBER, new CardSerial(43)),
                withList.verify(street.signer().sign(replacement), ISSUED));
    }

    @Test
    void keepsOldCardsThroughTheLastDayOfARetiredKey() {
        var next = Keys.fresh();
        var end = ISSUED.plusMonths(3);
        var rotating = new MemberCodeVerifier(List.of(street.street().retiring(end), next.street()), serial -> false);
        var oldCard = street.signer().sign(CODE);

        assertEquals(new Genuine(MEMBER, SERIAL), rotating.verify(oldCard, end));
        assertEquals(new Refused(CodeFault.EXPIRED), rotating.verify(oldCard, end.plusDays(1)));
        assertEquals(new Genuine(MEMBER, SERIAL), rotating.verify(next.signer().sign(CODE), end.plusDays(1)));
    }

    @Test
    void refusesEveryTextThatDiffersInOneCharacter() {
        var text = street.signer().sign(CODE);
        for (var at = 0; at < text.length(); at++) {
            for (var other : "0AZ:a\u0000党".toCharArray()) {
                var changed = text.substring(0, at) + other + text.substring(at + 1);
                if (!changed.equals(text)) {
                    assertTrue(verifier.verify(changed, ISSUED) instanceof Refused, changed);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DQ1:",
                "DQ2:",
                "https://example.org/",
                "DQ1:0000",
                "DQ1:\n",
                "dq1:AAAA",
                "DQ1:党员",
                " DQ1:AAA"
            })
    void callsAnythingElseUnreadable(String text) {
        assertEquals(new Refused(CodeFault.UNREADABLE), verifier.verify(text, ISSUED));
    }

    @Test
    void callsAWrappedOrCutCodeUnreadable() {
        var text = street.signer().sign(CODE);
        for (var wrapped : List.of(text + "0", text + "00", text + "000", text + "\r", " " + text, text + text)) {
            assertEquals(new Refused(CodeFault.UNREADABLE), verifier.verify(wrapped, ISSUED), wrapped);
        }
        for (var length = 0; length < text.length(); length++) {
            assertTrue(verifier.verify(text.substring(0, length), ISSUED) instanceof Refused);
        }
    }

    @Test
    void callsAPayloadThatNoStreetWritesUnreadable() {
        var good = SignedText.message(street.street().id(), CODE);
        var zeroSerial = good.clone();
        Arrays.fill(zeroSerial, 8, 12, (byte) 0);
        var expiresBeforeIssue = good.clone();
        expiresBeforeIssue[14] = 0;
        var noMember = Arrays.copyOf(good, 16);
        var oddMember = Arrays.copyOf(good, good.length - 1);

        for (var message : List.of(zeroSerial, expiresBeforeIssue, noMember, oddMember)) {
            var text = SignedText.write(message, Ed25519.sign(street.pair().getPrivate(), message));
            assertEquals(new Refused(CodeFault.UNREADABLE), verifier.verify(text, ISSUED));
        }
    }

    @Test
    void signsOnlyWithAPairThatVerifies() throws Exception {
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        var other = Keys.fresh().street();

        assertThrows(
                IllegalArgumentException.class,
                () -> new MemberCodeSigner(street.pair().getPrivate(), other));
        assertThrows(IllegalArgumentException.class, () -> new MemberCodeSigner(rsa, other));
    }

    private static byte[] withScalarPlusOrder(byte[] signature) {
        var twin = signature.clone();
        var scalar = new byte[32];
        for (var i = 0; i < 32; i++) {
            scalar[i] = signature[63 - i];
        }
        var sum = new BigInteger(1, scalar).add(ORDER_OF_THE_CURVE);
        for (var i = 0; i < 32; i++) {
            twin[32 + i] = sum.shiftRight(8 * i).byteValue();
        }
        return twin;
    }
}
