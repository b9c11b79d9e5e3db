package cn.dangqun.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.domain.credential.CardKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.junit.jupiter.api.Test;

class CardKeysTest {
    private static final byte[] SALT = new byte[CurveCardKeyer.SALT_BYTES];
    private static final byte[] MASTER = new byte[32];
    /// No such number can be: its last digit does not fit.
    private static final String NUMBER = "110101199001010000";

    private static CardSecret secret(String of) {
        return CardSecret.derived(MASTER, of.getBytes(StandardCharsets.UTF_8));
    }

    private static CurveCardKeyer keyer(String of) {
        return new CurveCardKeyer(secret(of), SALT);
    }

    private static CardKey converted(CardKey key, String from, String to) {
        return new CardConversion(secret(from), secret(to)).of(key);
    }

    @Test
    void whatTheStreetKeepsBecomesTheKeyOfAnyKiosk() {
        var kept = keyer("street").ofResidentNumber(NUMBER);

        for (var kiosk : new String[] {"kiosk-1", "kiosk-2"}) {
            assertEquals(keyer(kiosk).ofResidentNumber(" 110101199001010000 "), converted(kept, "street", kiosk));
            assertNotEquals(kept, converted(kept, "street", kiosk));
        }
    }

    @Test
    void whatAKioskReadBecomesTheStreetsAndAnothersAndGoesThroughARotation() {
        var uid = HexFormat.of().parseHex("04a1b2c3d4e5f6");
        var read = keyer("kiosk-1").ofUid(uid);

        var kept = converted(converted(read, "kiosk-1", "street"), "street", "street anew");

        assertEquals(keyer("street anew").ofUid(uid), kept);
        assertEquals(keyer("kiosk-2").ofUid(uid), converted(kept, "street anew", "kiosk-2"));
        assertEquals(keyer("kiosk-1").ofChipSerial(uid), converted(keyer("a").ofChipSerial(uid), "a", "kiosk-1"));
    }

    @Test
    void letterCaseOfTheCheckDigitDoesNotMatter() {
        assertEquals(
                keyer("a").ofResidentNumber("11010119900101000x"), keyer("a").ofResidentNumber("11010119900101000X"));
    }

    /// RFC 9380, J.1.1: the first vector of P256_XMD:SHA-256_SSWU_RO_, whose domain is not ours.
    @Test
    void hashesToTheCurveAsTheStandardSays() {
        var point = HashToEllipticCurve.getInstance(
                        HashToCurveProfile.P256_XMD_SHA_256, "QUUX-V01-CS02-with-P256_XMD:SHA-256_SSWU_RO_")
                .hashToCurve(new byte[0])
                .normalize();

        assertEquals(
                "2c15230b26dbc6fc9a37051158c95b79656e17a1a920b11394ca91c44247d3e4",
                HexFormat.of().formatHex(CardCurve.bytes(point.getAffineXCoord().toBigInteger())));
    }

    @Test
    void refusesWhatIsNoKey() {
        var conversion = new CardConversion(secret("a"), secret("b"));

        assertThrows(IllegalArgumentException.class, () -> conversion.of(new CardKey("f".repeat(64))));
        assertThrows(IllegalArgumentException.class, () -> conversion.of(noPoint()));
        assertThrows(IllegalArgumentException.class, () -> CardSecret.of(new byte[32]));
        assertThrows(IllegalArgumentException.class, () -> CardSecret.of(new byte[31]));
        assertThrows(IllegalArgumentException.class, () -> CardSecret.of(CardCurve.bytes(CardCurve.ORDER)));
    }

    private static CardKey noPoint() {
        for (int x = 0; ; x++) {
            var bytes = new byte[32];
            bytes[31] = (byte) x;
            try {
                CardCurve.times(bytes, BigInteger.TWO);
            } catch (IllegalArgumentException expected) {
                return CardKey.of(bytes);
            }
        }
    }

    @Test
    void tellsNothingOfASecret() {
        assertEquals("CardSecret[hidden]", secret("a").toString());
        assertEquals(16, secret("a").tag().length());
        assertEquals(secret("a").tag(), CardSecret.of(secret("a").bytes()).tag());
        assertNotEquals(secret("a").tag(), secret("b").tag());
    }
}
