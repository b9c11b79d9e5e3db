package cn.dangqun.domain.credential.code;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// Names a street's public key: the first four bytes of the key's SHA-256, so that no two streets need to agree on
/// numbers. It only finds the key; the signature decides.
public record StreetKeyId(int value) {
    static StreetKeyId of(byte[] rawKey) {
        return new StreetKeyId(ByteBuffer.wrap(Ed25519.sha256(rawKey)).getInt());
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(value);
    }
}
