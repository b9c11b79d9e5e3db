package cn.dangqun.domain.credential.code;

import java.security.PrivateKey;

/// Signs member codes with the street's private key. The same code gives the same text every time. Safe for use from
/// several threads.
public final class MemberCodeSigner {
    private static final byte[] PROBE = {'D', 'Q'};

    private final PrivateKey privateKey;
    private final StreetKeyId id;

    /// @throws IllegalArgumentException when the two keys are not a pair: no card may be printed that cannot verify
    public MemberCodeSigner(PrivateKey privateKey, StreetKey publicKey) {
        if (!publicKey.hasSigned(PROBE, Ed25519.sign(privateKey, PROBE))) {
            throw new IllegalArgumentException("the private key does not belong to " + publicKey);
        }
        this.privateKey = privateKey;
        this.id = publicKey.id();
    }

    /// The text to draw as a QR: at most 151 characters of the QR alphanumeric set, beginning with `DQ1:`.
    public String sign(MemberCode code) {
        var message = SignedText.message(id, code);
        return SignedText.write(message, Ed25519.sign(privateKey, message));
    }
}
