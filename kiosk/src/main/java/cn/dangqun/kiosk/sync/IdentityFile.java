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
    private static final String FORMER_SECRET = "former-card-secret";
    private static final String FORMER_SALT = "former-card-salt";
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
        var cards = cards(store, CARD_SECRET, CARD_SALT);
        var chain = store.getCertificateChain(alias);
        if (cards.isEmpty() || chain == null) {
            throw new KeyStoreException("the identity file is not complete");
        }
        return new KioskIdentity(
                new KioskId(alias),
                key,
                Arrays.stream(chain).map(X509Certificate.class::cast).toList(),
                cards.get(),
                cards(store, FORMER_SECRET, FORMER_SALT));
    }

    private static Optional<KioskIdentity.Cards> cards(KeyStore store, String secretName, String saltName)
            throws GeneralSecurityException {
        var secret = store.getKey(secretName, PASSWORD);
        var salt = store.getKey(saltName, PASSWORD);
        return Optional.ofNullable(secret)
                .map(each ->
                        new KioskIdentity.Cards(each.getEncoded(), salt == null ? new byte[0] : salt.getEncoded()));
    }

    private static void put(KeyStore store, String secretName, String saltName, KioskIdentity.Cards cards)
            throws KeyStoreException {
        store.setKeyEntry(secretName, new SecretKeySpec(cards.secret(), SECRET_KIND), PASSWORD, null);
        if (cards.salt().length > 0) {
            store.setKeyEntry(saltName, new SecretKeySpec(cards.salt(), SECRET_KIND), PASSWORD, null);
        }
    }

    /// Leaves the former way to keep cards out of the file, if this identity is still the one in it.
    synchronized void forgetFormerCards(KioskIdentity of) throws IOException, GeneralSecurityException {
        var stored = load();
        if (stored.isPresent() && stored.get().chain().equals(of.chain())) {
            save(stored.get().withoutFormer());
        }
    }

    /// Durable when it returns.
    synchronized void save(KioskIdentity identity) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setKeyEntry(
                identity.kiosk().value(),
                identity.key(),
                PASSWORD,
                identity.chain().toArray(Certificate[]::new));
        put(store, CARD_SECRET, CARD_SALT, identity.cards());
        if (identity.formerCards().isPresent()) {
            put(store, FORMER_SECRET, FORMER_SALT, identity.formerCards().get());
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
