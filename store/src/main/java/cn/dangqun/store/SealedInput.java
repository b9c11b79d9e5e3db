package cn.dangqun.store;

import cn.dangqun.store.SealedFileException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/// Reads what [SealedOutput] wrote, and gives out nothing that is not what was written: each chunk is proved first.
/// Reading to the end proves the whole. For one thread.
public final class SealedInput extends InputStream {
    private final InputStream in;
    private final SealedHeader header;
    private byte[] ahead;
    private byte[] plain = new byte[0];
    private int read;
    private int number;
    private boolean last;

    /// @throws SealedFileException when it is no sealed file, is harmed, or was sealed with another passphrase
    public SealedInput(InputStream in, String passphrase) throws IOException {
        this.in = in;
        this.header = SealedHeader.read(in, passphrase);
        this.ahead = in.readNBytes(SealedHeader.CHUNK + SealedHeader.TAG);
    }

    @Override
    public int read() throws IOException {
        return more() ? plain[read++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int some = Math.min(plain.length - read, length);
        System.arraycopy(plain, read, bytes, from, some);
        read += some;
        return some;
    }

    private boolean more() throws IOException {
        while (read == plain.length && !last) {
            open();
        }
        return read < plain.length;
    }

    /// What follows tells whether this chunk is the last.
    private void open() throws IOException {
        var chunk = ahead;
        ahead = chunk.length < SealedHeader.CHUNK + SealedHeader.TAG
                ? new byte[0]
                : in.readNBytes(SealedHeader.CHUNK + SealedHeader.TAG);
        boolean ends = ahead.length == 0;
        if (chunk.length < SealedHeader.TAG) {
            throw new SealedFileException(Reason.CUT_SHORT, "no chunk " + number);
        }
        plain = proved(chunk, ends);
        read = 0;
        last = ends;
        number = Math.incrementExact(number);
    }

    private byte[] proved(byte[] chunk, boolean ends) throws IOException {
        try {
            return header.cipher(Cipher.DECRYPT_MODE, number, ends).doFinal(chunk);
        } catch (GeneralSecurityException e) {
            throw new SealedFileException(ends && isWhole(chunk) ? Reason.CUT_SHORT : Reason.HARMED, "chunk " + number);
        }
    }

    /// Whether it is a chunk that others should follow.
    private boolean isWhole(byte[] chunk) {
        try {
            header.cipher(Cipher.DECRYPT_MODE, number, false).doFinal(chunk);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
