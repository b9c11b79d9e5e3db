package cn.dangqun.server.codes;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/// How it stands with a member's card on some day.
enum CardState {
    /// 没有
    NONE,
    /// 有效
    GOOD,
    /// 即将到期
    ENDING,
    /// 密钥将停用: the card would be good for longer, its key is not
    KEY_ENDING,
    /// 已过期
    EXPIRED,
    /// 已作废
    REVOKED;

    /// Time enough to issue, print and hand out another one.
    static final Period SOON = Period.ofDays(60);

    static CardState of(Optional<Card> card, LocalDate today) {
        return card.map(each -> of(each, today)).orElse(NONE);
    }

    static CardState of(Card card, LocalDate today) {
        if (card.revocation().isPresent()) {
            return REVOKED;
        }
        if (!card.isGoodOn(today)) {
            return EXPIRED;
        }
        if (card.lastDay().isBefore(card.expires())) {
            return KEY_ENDING;
        }
        return card.expires().isAfter(today.plus(SOON)) ? GOOD : ENDING;
    }
}
