package cn.dangqun.cards;

import cn.dangqun.domain.credential.CardKey;
import java.math.BigInteger;
import java.util.HexFormat;

/// Turns keys under one secret into those of the same cards under another, without number or card. Safe for use from
/// several threads.
public final class CardConversion {
    private final BigInteger factor;
    private final String under;

    public CardConversion(CardSecret from, CardSecret to) {
        this.factor = from.to(to);
        this.under = to.tag();
    }

    /// @throws IllegalArgumentException when it is no key under any secret
    public CardKey of(CardKey key) {
        return CardKey.of(CardCurve.times(HexFormat.of().parseHex(key.hex()), factor), under);
    }
}
