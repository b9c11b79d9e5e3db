package cn.dangqun.server.codes;

import cn.dangqun.domain.credential.code.StreetKeyId;
import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/// The street's signing keys as files in the data directory, readable by their owner only: `member-code-ID.pem`, one a
/// key. Usually there is exactly one.
class KeyFiles {
    private static final String PREFIX = "member-code-";
    private static final String SUFFIX = ".pem";

    private final Path directory;
    private final SecureRandom random;

    KeyFiles(Path directory, SecureRandom random) {
        this.directory = directory;
        this.random = random;
    }

    /// A new key, durable when this returns.
    SigningKey make() {
        var key = SigningKey.draw(random);
        var text = new StringWriter();
        try {
            try (var pem = new JcaPEMWriter(text)) {
                pem.writeObject(new JcaPKCS8Generator(key.secret(), null));
                pem.writeObject(key.publicKey());
            }
            OwnerFiles.replace(file(key.id()), text.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a new street key", e);
        }
        return key;
    }

    Optional<SigningKey> read(StreetKeyId id) {
        return Optional.of(file(id)).filter(Files::exists).map(KeyFiles::read);
    }

    List<SigningKey> all() {
        return found().stream()
                .filter(each -> each.toString().endsWith(SUFFIX))
                .map(KeyFiles::read)
                .toList();
    }

    /// Makes an end of every other key, and of what a crash left half written.
    void destroyAllBut(StreetKeyId id) {
        try {
            for (var each : found()) {
                if (!each.equals(file(id))) {
                    OwnerFiles.destroy(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot destroy a street key that is done with", e);
        }
    }

    private Path file(StreetKeyId id) {
        return directory.resolve(PREFIX + id + SUFFIX);
    }

    private List<Path> found() {
        try (var files = Files.newDirectoryStream(directory, PREFIX + "*")) {
            var found = new ArrayList<Path>();
            files.forEach(found::add);
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SigningKey read(Path file) {
        try (var pem = new PEMParser(new StringReader(Files.readString(file)))) {
            var converter = new JcaPEMKeyConverter();
            if (pem.readObject() instanceof PrivateKeyInfo secret
                    && pem.readObject() instanceof SubjectPublicKeyInfo publicKey) {
                return new SigningKey(converter.getPrivateKey(secret), converter.getPublicKey(publicKey));
            }
            throw new IOException(file + " does not hold a street key");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
