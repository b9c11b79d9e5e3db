package cn.dangqun.kiosk.db;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealedRowsTest {
    private static final int TAG = 16;

    private final Random random = new Random(1);
    private final RowSeal seal = RowSeal.under(key(7));

    private static byte[] key(int every) {
        var key = new byte[32];
        Arrays.fill(key, (byte) every);
        return key;
    }

    @Test
    void opensWhatItSealedAtItsPlaceAlone() throws Exception {
        for (int length : new int[] {0, 1, 15, 16, 17, 32, 150, 5000}) {
            var plain = new byte[length];
            random.nextBytes(plain);

            var sealed = seal.seal("fact 7", plain);

            assertEquals(TAG + length, sealed.length);
            assertArrayEquals(plain, seal.open("fact 7", sealed));
            assertArrayEquals(plain, RowSeal.under(key(7)).open("fact 7", sealed));
            assertThrows(UnopenedException.class, () -> seal.open("fact 8", sealed));
            assertThrows(UnopenedException.class, () -> RowSeal.under(key(8)).open("fact 7", sealed));
        }
    }

    @Test
    void placeAndValueAreToldApart() {
        var text = "7xyz".getBytes(StandardCharsets.UTF_8);

        assertFalse(
                Arrays.equals(seal.seal("fact ", text), seal.seal("fact 7", Arrays.copyOfRange(text, 1, text.length))));
    }

    @Test
    void noticesEveryFlippedBit() {
        var sealed = seal.seal("fact 7", "somebody came".getBytes(StandardCharsets.UTF_8));
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            var other = sealed.clone();
            other[bit / 8] ^= (byte) (1 << bit % 8);

            assertThrows(UnopenedException.class, () -> seal.open("fact 7", other));
        }
        assertThrows(UnopenedException.class, () -> seal.open("fact 7", Arrays.copyOf(sealed, TAG - 1)));
    }

    /// As two copies of one disk do: with one nonce for both, what they differ by would lie open.
    @Test
    void oneNumberWrittenTwiceGivesNothingAway() {
        for (int i = 0; i < 1000; i++) {
            var one = new byte[64];
            random.nextBytes(one);
            var two = one.clone();
            two[random.nextInt(two.length)] ^= 1;

            var first = seal.seal("fact 7", one);
            var second = seal.seal("fact 7", two);

            assertFalse(Arrays.equals(Arrays.copyOf(first, TAG), Arrays.copyOf(second, TAG)));
            assertFalse(Arrays.equals(difference(first, second), difference(one, two)));
        }
    }

    private static byte[] difference(byte[] one, byte[] two) {
        var bytes = new byte[64];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (one[one.length - 64 + i] ^ two[two.length - 64 + i]);
        }
        return bytes;
    }

    @Test
    void findsATextAgainThatItSealedBefore() throws Exception {
        var sealed = seal.sealText("attendee", "member:M-00001");

        assertEquals(sealed, RowSeal.under(key(7)).sealText("attendee", "member:M-00001"));
        assertEquals("member:M-00001", seal.openText("attendee", sealed));
        assertThrows(UnopenedException.class, () -> seal.openText("attendee", "member:M-00001"));
    }

    /// What is on disks stays readable.
    @Test
    void keepsItsForm() {
        assertEquals(
                "11dec1be96befb2854aed909a34631f0516444d54d7f60f2",
                HexFormat.of().formatHex(seal.seal("fact 7", "somebody".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void leavesAFileOpenThatIsNotSealed() throws Exception {
        var text = "somebody".getBytes(StandardCharsets.UTF_8);

        assertArrayEquals(text, RowSeal.none().seal("fact 7", text));
        assertEquals(
                "somebody", RowSeal.none().openText("attendee", RowSeal.none().sealText("attendee", "somebody")));
    }
}
