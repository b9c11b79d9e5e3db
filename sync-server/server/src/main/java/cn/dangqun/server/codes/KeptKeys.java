package cn.dangqun.server.codes;

import cn.dangqun.domain.credential.code.StreetKeyId;
import cn.dangqun.server.vault.Secrets;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/// The street's signing keys in the vault: `member-code-ID.pem`, one a key. Usually there is exactly one.
class KeptKeys {
    private static final String PREFIX = "member-code-";
    private static final String SUFFIX = ".pem";

    private final Secrets secrets;
    private final SecureRandom random;

    KeptKeys(Secrets secrets, SecureRandom random) {
        this.secrets = secrets;
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
            secrets.keep(name(key.id()), text.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a new street key", e);
        }
        return key;
    }

    Optional<SigningKey> read(StreetKeyId id) {
        return read(name(id));
    }

    List<SigningKey> all() {
        try {
            return secrets.names(PREFIX).stream()
                    .map(this::read)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes an end of every other key, and of what a crash left half written.
    void destroyAllBut(StreetKeyId id) {
        try {
            secrets.destroyOthers(PREFIX, name(id));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot destroy a street key that is done with", e);
        }
    }

    private static String name(StreetKeyId id) {
        return PREFIX + id + SUFFIX;
    }

    private Optional<SigningKey> read(String name) {
        try {
            var text = secrets.read(name);
            return text.isEmpty() ? Optional.empty() : Optional.of(key(text.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SigningKey key(byte[] text) throws IOException {
        try (var pem = new PEMParser(new StringReader(new String(text, StandardCharsets.US_ASCII)))) {
            var converter = new JcaPEMKeyConverter();
            if (pem.readObject() instanceof PrivateKeyInfo secret
                    && pem.readObject() instanceof SubjectPublicKeyInfo publicKey) {
                return new SigningKey(converter.getPrivateKey(secret), converter.getPublicKey(publicKey));
            }
            throw new IOException("this is not a street key");
        }
    }
}
