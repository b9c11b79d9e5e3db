package cn.dangqun.server.cards;

import cn.dangqun.cards.CurveCardKeyer;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.vault.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What all secrets of cards follow from: numbered masters in the vault, of which the street uses one at a time, and
/// the salt, which stays. Safe for use from several threads.
@OneProcess("Masters as the vault has them: the same in every process.")
public final class CardMasters {
    private static final String MASTER = "card-master.";
    private static final String SALT = "card-salt";
    private static final int BYTES = 32;

    private final Secrets secrets;
    private final SecureRandom random;
    private final byte[] salt;
    /// A master never changes under its number; a rotation takes the next one.
    private final Map<Integer, byte[]> read = new ConcurrentHashMap<>();

    private CardMasters(Secrets secrets, SecureRandom random, byte[] salt) {
        this.secrets = secrets;
        this.random = random;
        this.salt = salt;
    }

    /// Draws what is not there yet.
    public static CardMasters open(Secrets secrets, SecureRandom random) throws IOException {
        var masters = new CardMasters(secrets, random, known(secrets, random, SALT, CurveCardKeyer.SALT_BYTES));
        known(secrets, random, MASTER + 1, BYTES);
        return masters;
    }

    private static byte[] known(Secrets secrets, SecureRandom random, String name, int length) throws IOException {
        var known = secrets.read(name);
        var value = known.isPresent() ? known.get() : drawn(secrets, random, name, length);
        if (value.length != length) {
            throw new IOException(name + " has been cut short");
        }
        return value;
    }

    private static byte[] drawn(Secrets secrets, SecureRandom random, String name, int length) throws IOException {
        var fresh = new byte[length];
        random.nextBytes(fresh);
        secrets.keep(name, fresh);
        return fresh;
    }

    byte[] salt() {
        return salt.clone();
    }

    /// Throws UncheckedIOException when the vault fails, or holds no such master.
    byte[] master(int number) {
        return read.computeIfAbsent(number, this::read).clone();
    }

    private byte[] read(int number) {
        try {
            return secrets.read(MASTER + number).orElseThrow(() -> new IOException("no " + MASTER + number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Draws the master of this number; one that a rotation left behind, cut off before it was used, is taken up.
    void draw(int number) throws IOException {
        known(secrets, random, MASTER + number, BYTES);
    }
}
