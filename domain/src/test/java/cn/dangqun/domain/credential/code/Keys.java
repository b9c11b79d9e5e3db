package cn.dangqun.domain.credential.code;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

/// A street's key pair for tests, new on every call.
record Keys(KeyPair pair, StreetKey street, MemberCodeSigner signer) {
    static Keys fresh() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var street = StreetKey.of(pair.getPublic());
            return new Keys(pair, street, new MemberCodeSigner(pair.getPrivate(), street));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
