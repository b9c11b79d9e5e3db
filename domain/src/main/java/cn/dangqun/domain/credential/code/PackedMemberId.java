package cn.dangqun.domain.credential.code;

import cn.dangqun.domain.member.MemberId;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Three characters of a member id in two bytes, as digits to base 40 where 0 fills the last group.
final class PackedMemberId {
    private static final String ALPHABET = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int RADIX = 40;
    private static final int GROUP = 3;
    private static final int MAX_CHARACTERS = 32;

    private PackedMemberId() {}

    static byte[] pack(MemberId member) {
        var text = member.value();
        var packed = ByteBuffer.allocate((text.length() + GROUP - 1) / GROUP * Short.BYTES);
        for (var at = 0; at < text.length(); at += GROUP) {
            var group = 0;
            for (var i = at; i < at + GROUP; i++) {
                group = group * RADIX + (i < text.length() ? ALPHABET.indexOf(text.charAt(i)) + 1 : 0);
            }
            packed.putShort((short) group);
        }
        return packed.array();
    }

    /// Empty when the bytes are not the one packed form of a member id.
    static Optional<MemberId> unpack(ByteBuffer packed) {
        var text = new StringBuilder();
        var ended = false;
        while (packed.remaining() >= Short.BYTES) {
            var group = packed.getShort() & 0xFFFF;
            if (group == 0) {
                return Optional.empty();
            }
            for (var weight = RADIX * RADIX; weight > 0; weight /= RADIX) {
                var digit = group / weight;
                group %= weight;
                if (digit > ALPHABET.length() || (ended && digit > 0)) {
                    return Optional.empty();
                }
                ended = digit == 0;
                if (!ended) {
                    text.append(ALPHABET.charAt(digit - 1));
                }
            }
            if (ended && packed.hasRemaining()) {
                return Optional.empty();
            }
        }
        var isMember = !packed.hasRemaining() && !text.isEmpty() && text.length() <= MAX_CHARACTERS;
        return isMember ? Optional.of(new MemberId(text.toString())) : Optional.empty();
    }
}
