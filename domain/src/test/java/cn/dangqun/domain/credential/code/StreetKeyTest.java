package cn.dangqun.domain.credential.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class StreetKeyTest {
    private final Keys keys = Keys.fresh();

    @Test
    void hasTheSameIdentityInBothForms() {
        var street = keys.street();

        assertArrayEquals(keys.pair().getPublic().getEncoded(), street.x509());
        assertEquals(street, StreetKey.ofX509(street.x509()));
        assertEquals(street, StreetKey.ofRaw(street.raw()));
        assertEquals(street.id(), StreetKey.ofRaw(street.raw()).id());
        assertNotEquals(street.id(), Keys.fresh().street().id());
    }

    @Test
    void isNamedByTheDigestOfTheStandardsFirstTestKey() {
        var raw = HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

        assertEquals("21fe31df", StreetKey.ofRaw(raw).id().toString());
    }

    @Test
    void refusesBytesThatAreNoKey() throws Exception {
        var tooLarge = new byte[32];
        Arrays.fill(tooLarge, (byte) 0xFF);
        var offTheCurve = new byte[32];
        offTheCurve[0] = 2;
        var x509 = keys.street().x509();
        var longer = Arrays.copyOf(x509, x509.length + 1);
        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();

        assertThrows(IllegalArgumentException.class, () -> StreetKey.ofRaw(new byte[31]));
        assertThrows(IllegalArgumentException.class, () -> StreetKey.ofRaw(tooLarge));
        assertThrows(IllegalArgumentException.class, () -> StreetKey.ofRaw(offTheCurve));
        assertThrows(IllegalArgumentException.class, () -> StreetKey.ofX509(longer));
        assertThrows(IllegalArgumentException.class, () -> StreetKey.of(rsa));
    }

    @Test
    void isNotChangedThroughItsBytes() {
        var raw = keys.street().raw();
        raw[0] ^= 1;

        assertEquals(StreetKey.ofRaw(keys.street().raw()), keys.street());
        assertNotEquals(raw[0], keys.street().raw()[0]);
    }
}
