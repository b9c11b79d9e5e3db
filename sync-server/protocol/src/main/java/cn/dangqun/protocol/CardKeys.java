package cn.dangqun.protocol;

import cn.dangqun.domain.credential.CardKey;
import com.google.protobuf.ByteString;
import java.util.HexFormat;

/// Keys of cards as bytes, and the name of the secret they are under.
final class CardKeys {
    private CardKeys() {}

    static ByteString key(CardKey card) {
        return ByteString.copyFrom(HexFormat.of().parseHex(card.hex()));
    }

    static ByteString under(CardKey card) {
        return ByteString.copyFrom(HexFormat.of().parseHex(card.under()));
    }

    static CardKey decode(ByteString key, ByteString under) {
        return CardKey.of(key.toByteArray(), HexFormat.of().formatHex(under.toByteArray()));
    }
}
