package cn.dangqun.protocol;

import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.SealedId;
import com.google.protobuf.ByteString;
import java.util.HexFormat;
import java.util.Optional;

/// Words that several families share: names of attachments, and who did something and why.
final class SealedIds {
    private SealedIds() {}

    static ByteString encode(SealedId id) {
        return ByteString.copyFrom(HexFormat.of().parseHex(id.hex()));
    }

    static ByteString encode(Optional<SealedId> id) {
        return id.map(SealedIds::encode).orElse(ByteString.EMPTY);
    }

    /// @throws IllegalArgumentException when it names no attachment
    static SealedId decode(ByteString id) {
        return new SealedId(HexFormat.of().formatHex(id.toByteArray()));
    }

    static Optional<SealedId> decodeOptional(ByteString id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(decode(id));
    }

    static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static cn.dangqun.protocol.wire.Handling encode(Handling by) {
        return cn.dangqun.protocol.wire.Handling.newBuilder()
                .setStaff(by.staff())
                .setReason(by.reason())
                .build();
    }

    static Handling decode(cn.dangqun.protocol.wire.Handling by) {
        return new Handling(by.getStaff(), by.getReason());
    }
}
