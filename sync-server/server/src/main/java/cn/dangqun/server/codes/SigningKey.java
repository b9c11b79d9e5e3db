package cn.dangqun.server.codes;

import cn.dangqun.domain.credential.code.MemberCodeSigner;
import cn.dangqun.domain.credential.code.StreetKey;
import cn.dangqun.domain.credential.code.StreetKeyId;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;

/// An Ed25519 key pair with which the street signs member codes.
record SigningKey(PrivateKey secret, PublicKey publicKey) {
    static SigningKey draw(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            var pair = generator.generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks Ed25519", e);
        }
    }

    StreetKeyId id() {
        return StreetKey.of(publicKey).id();
    }

    /// @throws IllegalArgumentException when the two halves are not a pair
    MemberCodeSigner signer() {
        return new MemberCodeSigner(secret, StreetKey.of(publicKey));
    }

    @Override
    public String toString() {
        return "SigningKey[" + id() + "]";
    }
}
