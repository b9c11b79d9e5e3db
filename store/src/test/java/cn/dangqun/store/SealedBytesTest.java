package cn.dangqun.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SealedBytesTest {
    private static final byte[] PLAIN = "笔迹".getBytes(StandardCharsets.UTF_8);

    private final SecureRandom random = new SecureRandom();

    @Test
    void opensWithItsKeyAndNeverWithoutIt() throws GeneralSecurityException {
        var sealed = SealedBytes.seal(PLAIN, random);

        assertArrayEquals(PLAIN, sealed.open());
        assertThrows(GeneralSecurityException.class, new SealedBytes(sealed.sealed(), new byte[0])::open);
        assertThrows(GeneralSecurityException.class, new SealedBytes(sealed.sealed(), new byte[32])::open);
    }

    @Test
    void noticesEveryChangedBit() {
        var sealed = SealedBytes.seal(PLAIN, random);
        for (int bit = 0; bit < sealed.sealed().length * 8; bit++) {
            var changed = sealed.sealed().clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            var other = new SealedBytes(changed, sealed.key());
            assertThrows(GeneralSecurityException.class, other::open);
            assertNotEquals(sealed.id(), other.id());
        }
    }

    @Test
    void twoSealingsOfOneTextHaveNothingInCommon() {
        assertNotEquals(
                SealedBytes.seal(PLAIN, random).id(),
                SealedBytes.seal(PLAIN, random).id());
    }

    @Test
    void takesAsMuchAsFitsIntoAFrameAndNoMore() throws GeneralSecurityException {
        assertEquals(
                SealedBytes.MOST,
                SealedBytes.seal(new byte[SealedBytes.MOST], random).open().length);
        assertThrows(IllegalArgumentException.class, () -> SealedBytes.seal(new byte[SealedBytes.MOST + 1], random));
    }
}
