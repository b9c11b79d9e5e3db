package cn.dangqun.store;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;

/// Seals what is written with a key made of a passphrase, chunk by chunk (AES-256-GCM): memory is bounded, and whoever
/// reads it finds any byte that was changed, moved or cut off. Without [#close()] it is not whole. For one thread.
public final class SealedOutput extends OutputStream {
    private final OutputStream out;
    private final SealedHeader header;
    private final byte[] plain = new byte[SealedHeader.CHUNK];
    private int filled;
    private int number;

    public SealedOutput(OutputStream out, String passphrase, PassphraseKey.Cost cost, SecureRandom random)
            throws IOException {
        this.out = out;
        this.header = SealedHeader.draw(passphrase, cost, random);
        out.write(header.bytes());
    }

    @Override
    public void write(int each) throws IOException {
        write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            if (filled == plain.length) {
                seal(false);
            }
            int some = Math.min(plain.length - filled, length - done);
            System.arraycopy(bytes, from + done, plain, filled, some);
            filled += some;
            done += some;
        }
    }

    private void seal(boolean last) throws IOException {
        try {
            out.write(header.cipher(Cipher.ENCRYPT_MODE, number, last).doFinal(plain, 0, filled));
            number = Math.incrementExact(number);
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of its own always seals", e);
        }
    }

    /// Writes the last chunk; closes what it writes to as well.
    @Override
    public void close() throws IOException {
        try (out) {
            seal(true);
        }
    }
}
