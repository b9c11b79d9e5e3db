package cn.dangqun.domain.credential.code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The form of a member code: `DQ1:` and, in Base45, key id (4 bytes), card serial (4), day of issue (2), day of
/// expiry (2), member id (2 to 22), signature (64). The signature covers the prefix and all bytes before it.
final class SignedText {
    static final String PREFIX = "DQ1:";

    private static final int HEAD_BYTES = 12;
    private static final int MAX_MEMBER_BYTES = 22;
    static final int MAX_LENGTH =
            PREFIX.length() + Base45.length(HEAD_BYTES + MAX_MEMBER_BYTES + Ed25519.SIGNATURE_BYTES);

    private final StreetKeyId keyId;
    private final MemberCode code;
    private final byte[] signature;

    private SignedText(StreetKeyId keyId, MemberCode code, byte[] signature) {
        this.keyId = keyId;
        this.code = code;
        this.signature = signature;
    }

    StreetKeyId keyId() {
        return keyId;
    }

    MemberCode code() {
        return code;
    }

    boolean isSignedBy(StreetKey key) {
        return key.hasSigned(message(keyId, code), signature);
    }

    static byte[] message(StreetKeyId key, MemberCode code) {
        var member = PackedMemberId.pack(code.member());
        return ByteBuffer.allocate(PREFIX.length() + HEAD_BYTES + member.length)
                .put(PREFIX.getBytes(StandardCharsets.US_ASCII))
                .putInt(key.value())
                .putInt((int) code.serial().value())
                .putShort((short) MemberCode.dayNumber(code.issued()))
                .putShort((short) MemberCode.dayNumber(code.expires()))
                .put(member)
                .array();
    }

    static String write(byte[] message, byte[] signature) {
        var payload = Arrays.copyOfRange(message, PREFIX.length(), message.length + signature.length);
        System.arraycopy(signature, 0, payload, message.length - PREFIX.length(), signature.length);
        return PREFIX + Base45.encode(payload);
    }

    /// Empty when the text is not the one form of some member code; says nothing about the signature.
    static Optional<SignedText> parse(String text) {
        if (text.length() > MAX_LENGTH || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return Base45.decode(text.substring(PREFIX.length())).flatMap(SignedText::parse);
    }

    private static Optional<SignedText> parse(byte[] payload) {
        var signed = payload.length - Ed25519.SIGNATURE_BYTES;
        if (signed <= HEAD_BYTES) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(payload, 0, signed);
        var key = new StreetKeyId(bytes.getInt());
        var serial = Integer.toUnsignedLong(bytes.getInt());
        var issued = MemberCode.day(bytes.getShort() & 0xFFFF);
        var expires = MemberCode.day(bytes.getShort() & 0xFFFF);
        if (serial < 1 || expires.isBefore(issued)) {
            return Optional.empty();
        }
        return PackedMemberId.unpack(bytes)
                .map(member -> new MemberCode(member, new CardSerial(serial), issued, expires))
                .map(code -> new SignedText(key, code, Arrays.copyOfRange(payload, signed, payload.length)));
    }
}
