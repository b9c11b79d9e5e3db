package cn.dangqun.kiosk.sync;

import cn.dangqun.kiosk.db.DiskCipher;
import cn.dangqun.store.OwnerFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;

/// `window.p12`, mode 0600: the key and the certificate for the window page, sealed with the key of the disk and
/// replaced in one step. The alias is the address. Blocks.
record WindowKeyFile(Path file, DiskCipher cipher) {
    private static final char[] PASSWORD = "dangqun".toCharArray();
    private static final String PLACE = "window";

    /// Empty when there never was one.
    Optional<WindowKey> load() throws IOException, GeneralSecurityException {
        byte[] sealed;
        try {
            sealed = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        var store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(opened(sealed)), PASSWORD);
        var aliases = store.aliases();
        if (!aliases.hasMoreElements()) {
            throw new KeyStoreException("the window's file holds no key");
        }
        var address = aliases.nextElement();
        var chain = store.getCertificateChain(address);
        if (!(store.getKey(address, PASSWORD) instanceof PrivateKey key) || chain == null) {
            throw new KeyStoreException("the window's file is not complete");
        }
        return Optional.of(new WindowKey(
                address,
                key,
                Arrays.stream(chain).map(X509Certificate.class::cast).toList()));
    }

    private byte[] opened(byte[] sealed) throws GeneralSecurityException {
        synchronized (cipher) {
            return cipher.open(PLACE, sealed);
        }
    }

    /// Durable when it returns.
    void save(WindowKey key) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setKeyEntry(key.address(), key.key(), PASSWORD, key.chain().toArray(Certificate[]::new));
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, PASSWORD);
        synchronized (cipher) {
            OwnerFiles.replace(file, cipher.seal(PLACE, bytes.toByteArray()));
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
