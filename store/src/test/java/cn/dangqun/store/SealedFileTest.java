package cn.dangqun.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.store.SealedFileException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFileTest {
    private static final String PASSPHRASE = "一句谁也猜不到的话";
    private static final PassphraseKey.Cost CHEAP = new PassphraseKey.Cost(64, 1);

    private static byte[] plain(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] sealed(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sealing = new SealedOutput(out, PASSPHRASE, CHEAP, new SecureRandom())) {
            sealing.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] opened(byte[] sealed, String passphrase) throws IOException {
        try (var in = new SealedInput(new ByteArrayInputStream(sealed), passphrase)) {
            return in.readAllBytes();
        }
    }

    private static Reason refusal(byte[] sealed, String passphrase) {
        return assertThrows(SealedFileException.class, () -> opened(sealed, passphrase))
                .reason();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SealedHeader.CHUNK - 1, SealedHeader.CHUNK, SealedHeader.CHUNK + 1, 3_000_000})
    void givesBackWhatWasSealed(int length) throws IOException {
        var plain = plain(length);

        assertArrayEquals(plain, opened(sealed(plain), PASSPHRASE));
    }

    @Test
    void isTheSameForAPassphraseThatWasTypedOtherwise() throws IOException {
        var out = new ByteArrayOutputStream();
        new SealedOutput(out, "caf\u00e9 au lait", CHEAP, new SecureRandom()).close();

        assertEquals(0, opened(out.toByteArray(), "cafe\u0301 au lait").length);
    }

    @Test
    void opensToNoOtherPassphrase() throws IOException {
        assertEquals(Reason.WRONG_PASSPHRASE, refusal(sealed(plain(10)), PASSPHRASE + "。"));
    }

    @Test
    void findsEveryFlippedByte() throws IOException {
        var sealed = sealed(plain(300));
        var found = EnumSet.noneOf(Reason.class);
        for (int at = 0; at < sealed.length; at++) {
            var harmed = sealed.clone();
            harmed[at] ^= 1;
            found.add(refusal(harmed, PASSPHRASE));
        }

        assertEquals(EnumSet.of(Reason.NOT_SEALED, Reason.HEADER_HARMED, Reason.HARMED), found);
    }

    @Test
    void findsEveryMissingEnd() throws IOException {
        var sealed = sealed(plain(300));
        for (int length = 0; length < sealed.length; length++) {
            refusal(Arrays.copyOf(sealed, length), PASSPHRASE);
        }
    }

    @Test
    void findsThatWholeChunksAreMissingOrChangedPlaces() throws IOException {
        var sealed = sealed(plain(2 * SealedHeader.CHUNK + 5));
        int header = sealed.length - 2 * SealedHeader.CHUNK - 5 - 3 * SealedHeader.TAG;
        int chunk = SealedHeader.CHUNK + SealedHeader.TAG;
        var changed = sealed.clone();
        System.arraycopy(sealed, header, changed, header + chunk, chunk);
        System.arraycopy(sealed, header + chunk, changed, header, chunk);

        assertEquals(Reason.CUT_SHORT, refusal(Arrays.copyOf(sealed, header + 2 * chunk), PASSPHRASE));
        assertEquals(Reason.HARMED, refusal(changed, PASSPHRASE));
    }

    @Test
    void takesNoBytesAfterItsEnd() throws IOException {
        var sealed = sealed(plain(300));

        assertEquals(Reason.HARMED, refusal(Arrays.copyOf(sealed, sealed.length + 1), PASSPHRASE));
    }
}
