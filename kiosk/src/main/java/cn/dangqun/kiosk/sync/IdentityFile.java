package cn.dangqun.kiosk.sync;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.db.DiskCipher;
import cn.dangqun.store.OwnerFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/// `identity.p12`, mode 0600: a PKCS#12 store with the kiosk's key, its certificates and how it keeps cards, sealed
/// with the key of the disk ([DiskCipher]). Replaced in one step, so that a power cut leaves the old identity or the
/// new one. The store's own password is no secret. Blocks.
final class IdentityFile {
    private static final char[] PASSWORD = "dangqun".toCharArray();
    // by default ten thousand rounds each; over a password that everybody knows they only delay every start
    private static final List<String> ROUNDS = List.of(
            "keystore.pkcs12.keyPbeIterationCount",
            "keystore.pkcs12.certPbeIterationCount",
            "keystore.pkcs12.macIterationCount");
    private static final String CARD_SECRET = "card-secret";
    private static final String CARD_SALT = "card-salt";
    private static final String SECRET_KIND = "HmacSHA256";

    private static final byte[] MAGIC = "DQSEALED".getBytes(StandardCharsets.US_ASCII);
    private static final String PLACE = "identity";

    private final Path file;
    private final DiskCipher cipher;

    IdentityFile(Path file, DiskCipher cipher) {
        this.file = file;
        this.cipher = cipher;
        ROUNDS.forEach(rounds -> Security.setProperty(rounds, "1"));
    }

    /// Empty when this kiosk was never enrolled.
    Optional<KioskIdentity> load() throws IOException, GeneralSecurityException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        var store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(opened(bytes)), PASSWORD);
        for (var alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, PASSWORD) instanceof PrivateKey key) {
                return Optional.of(identity(store, alias, key));
            }
        }
        throw new KeyStoreException("the identity file holds no key");
    }

    /// An older program left it unsealed.
    private byte[] opened(byte[] bytes) throws GeneralSecurityException {
        if (!isSealed(bytes)) {
            return bytes;
        }
        synchronized (cipher) {
            return cipher.open(PLACE, Arrays.copyOfRange(bytes, MAGIC.length, bytes.length));
        }
    }

    private static boolean isSealed(byte[] bytes) {
        return bytes.length > MAGIC.length && Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length));
    }

    /// Seals what an older program left open.
    void sealIfOpen(KioskIdentity identity) throws IOException, GeneralSecurityException {
        if (!isSealed(Files.readAllBytes(file))) {
            save(identity);
        }
    }

    private static KioskIdentity identity(KeyStore store, String alias, PrivateKey key)
            throws GeneralSecurityException {
        var secret = store.getKey(CARD_SECRET, PASSWORD);
        var salt = store.getKey(CARD_SALT, PASSWORD);
        var chain = store.getCertificateChain(alias);
        if (secret == null || chain == null) {
            throw new KeyStoreException("the identity file is not complete");
        }
        return new KioskIdentity(
                new KioskId(alias),
                key,
                Arrays.stream(chain).map(X509Certificate.class::cast).toList(),
                new KioskIdentity.Cards(secret.getEncoded(), salt == null ? new byte[0] : salt.getEncoded()));
    }

    /// Durable when it returns.
    void save(KioskIdentity identity) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setKeyEntry(
                identity.kiosk().value(),
                identity.key(),
                PASSWORD,
                identity.chain().toArray(Certificate[]::new));
        var cards = identity.cards();
        store.setKeyEntry(CARD_SECRET, new SecretKeySpec(cards.secret(), SECRET_KIND), PASSWORD, null);
        if (cards.salt().length > 0) {
            store.setKeyEntry(CARD_SALT, new SecretKeySpec(cards.salt(), SECRET_KIND), PASSWORD, null);
        }
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, PASSWORD);
        var out = new ByteArrayOutputStream();
        out.writeBytes(MAGIC);
        synchronized (cipher) {
            out.writeBytes(cipher.seal(PLACE, bytes.toByteArray()));
        }
        OwnerFiles.replace(file, out.toByteArray());
    }
}
