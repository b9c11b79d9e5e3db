package cn.dangqun.cards;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import javax.crypto.KeyAgreement;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;

/// NIST P-256 by x-coordinates: a point and its negative are one, and what is asked of them (RFC 9380 for hashing,
/// ECDH for multiplying) comes from libraries. Safe for use from several threads.
final class CardCurve {
    private static final ECParameterSpec P256 = parameters();
    static final BigInteger ORDER = P256.getOrder();

    private static final BigInteger FIELD = ((ECFieldFp) P256.getCurve().getField()).getP();
    private static final BigInteger ROOT = FIELD.add(BigInteger.ONE).shiftRight(2);
    private static final String DOMAIN = "DANGQUN-CARD-V1_P256_XMD:SHA-256_SSWU_RO_";
    private static final String UNHEARD_OF = "this Java runtime lacks P-256";

    private CardCurve() {}

    private static ECParameterSpec parameters() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(UNHEARD_OF, e);
        }
    }

    /// The x-coordinate of the point that `message` hashes to: of which nobody knows how it follows from another.
    static byte[] hashed(byte[] message) {
        var point = HashToEllipticCurve.getInstance(HashToCurveProfile.P256_XMD_SHA_256, DOMAIN)
                .hashToCurve(message);
        return bytes(point.normalize().getAffineXCoord().toBigInteger());
    }

    /// @throws IllegalArgumentException when no point has this x-coordinate
    static byte[] times(byte[] x, BigInteger factor) {
        try {
            var keys = KeyFactory.getInstance("EC");
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(keys.generatePrivate(new ECPrivateKeySpec(factor, P256)));
            agreement.doPhase(keys.generatePublic(new ECPublicKeySpec(point(x), P256)), true);
            return agreement.generateSecret();
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("not a key of a card", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(UNHEARD_OF, e);
        }
    }

    private static ECPoint point(byte[] bytes) {
        var x = new BigInteger(1, bytes);
        var curve = P256.getCurve();
        var square = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(FIELD);
        var y = square.modPow(ROOT, FIELD);
        if (x.compareTo(FIELD) >= 0 || !y.multiply(y).mod(FIELD).equals(square)) {
            throw new IllegalArgumentException("not a key of a card");
        }
        return new ECPoint(x, y);
    }

    static byte[] bytes(BigInteger number) {
        var out = new byte[CardSecret.BYTES];
        var bytes = number.toByteArray();
        int length = Math.min(bytes.length, out.length);
        System.arraycopy(bytes, bytes.length - length, out, out.length - length, length);
        return out;
    }
}
