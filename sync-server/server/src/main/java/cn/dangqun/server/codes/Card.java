package cn.dangqun.server.codes;

import cn.dangqun.domain.credential.code.CardSerial;
import cn.dangqun.domain.credential.code.MemberCode;
import cn.dangqun.domain.credential.code.StreetKeyId;
import cn.dangqun.domain.member.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One printed card, as issued and what became of it. `keyEnds`: last day of the key that signed it.
record Card(
        CardSerial serial,
        MemberId member,
        StreetKeyId key,
        LocalDate issued,
        LocalDate expires,
        Optional<LocalDate> keyEnds,
        Optional<Revocation> revocation) {

    /// `number` is the reference change that tells the kiosks; `lifted`: expired anyway, so they are not told any more.
    record Revocation(Instant at, String by, RevocationReason reason, String note, long number, boolean lifted) {}

    /// The one a member should be using: in force before not, the longest first.
    static Optional<Card> best(List<Card> cards, LocalDate today) {
        return cards.stream()
                .max(Comparator.comparing((Card card) -> card.isGoodOn(today))
                        .thenComparing(Card::lastDay)
                        .thenComparing(Card::serial));
    }

    LocalDate lastDay() {
        return keyEnds.filter(expires::isAfter).orElse(expires);
    }

    /// Kiosks accept it, once they know of everything.
    boolean isGoodOn(LocalDate today) {
        return revocation.isEmpty() && !today.isAfter(lastDay());
    }

    MemberCode code() {
        return new MemberCode(member, serial, issued, expires);
    }
}
