package cn.dangqun.server.codes;

import cn.dangqun.server.codes.Card.Revocation;
import cn.dangqun.server.text.Texts;
import java.time.LocalDate;
import java.util.Optional;

/// The Chinese words of member codes.
final class CodeWords {
    private final Texts texts;

    CodeWords(Texts texts) {
        this.texts = texts;
    }

    Texts texts() {
        return texts;
    }

    /// Somebody whose name stands more than once, by the `end` of the number.
    String toldApart(String name, String end) {
        return texts.get("codes.branch.toldApart", name, end);
    }

    /// 2028年11月26日, as on the card.
    String day(LocalDate day) {
        return texts.get("codes.card.day", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    String standing(CardState standing) {
        return switch (standing) {
            case NONE -> texts.get("codes.standing.none");
            case GOOD -> texts.get("codes.standing.good");
            case ENDING -> texts.get("codes.standing.ending");
            case KEY_ENDING -> texts.get("codes.standing.keyEnding");
            case EXPIRED -> texts.get("codes.standing.expired");
            case REVOKED -> texts.get("codes.standing.revoked");
        };
    }

    /// What there is to know beside the standing: until when, or why not.
    String detail(Optional<Card> card) {
        return card.map(each -> each.revocation().map(this::reason).orElseGet(() -> until(each)))
                .orElse("");
    }

    private String until(Card card) {
        return texts.get("codes.standing.until", card.lastDay());
    }

    String reason(Revocation revocation) {
        var reason = reason(revocation.reason());
        return revocation.note().isEmpty() ? reason : texts.get("codes.reason.withNote", reason, revocation.note());
    }

    String reason(RevocationReason reason) {
        return switch (reason) {
            case LOST -> texts.get("codes.reason.lost");
            case DAMAGED -> texts.get("codes.reason.damaged");
            case MOVED_AWAY -> texts.get("codes.reason.movedAway");
            case REPLACED -> texts.get("codes.reason.replaced");
            case OTHER -> texts.get("codes.reason.other");
        };
    }
}
