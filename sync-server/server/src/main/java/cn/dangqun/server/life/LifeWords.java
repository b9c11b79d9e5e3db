package cn.dangqun.server.life;

import cn.dangqun.server.text.Texts;

/// The Chinese for how a duty stands. Each has a sign of its own: colour alone says nothing.
record LifeWords(Texts texts) {
    String sign(LifeStatus status) {
        return switch (status) {
            case NOT_APPLICABLE -> "－";
            case MET -> "●";
            case PENDING -> "○";
            case DUE_SOON -> "◔";
            case LATE -> "◑";
            case OVERDUE -> "!";
            case UNKNOWN -> "?";
            case BEFORE -> "·";
            case MISSING -> "×";
        };
    }

    String word(LifeStatus status) {
        return switch (status) {
            case NOT_APPLICABLE -> texts.get("life.status.notApplicable");
            case MET -> texts.get("life.status.met");
            case PENDING -> texts.get("life.status.pending");
            case DUE_SOON -> texts.get("life.status.dueSoon");
            case LATE -> texts.get("life.status.late");
            case OVERDUE -> texts.get("life.status.overdue");
            case UNKNOWN -> texts.get("life.status.unknown");
            case BEFORE -> texts.get("life.status.before");
            case MISSING -> texts.get("life.status.missing");
        };
    }

    String why(Standing standing) {
        return switch (standing) {
            case COUNTS -> texts.get("life.standing.counts");
            case CANCELLED -> texts.get("life.standing.cancelled");
            case AHEAD -> texts.get("life.standing.ahead");
            case NOT_HELD -> texts.get("life.standing.notHeld");
            case AWAITED -> texts.get("life.standing.awaited");
            case NO_QUORUM -> texts.get("life.standing.noQuorum");
            case OTHER_LECTURER -> texts.get("life.standing.otherLecturer");
        };
    }
}
