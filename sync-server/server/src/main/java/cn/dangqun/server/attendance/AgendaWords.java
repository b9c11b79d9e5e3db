package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.server.text.Texts;

/// The Chinese words of an agenda, as in the glossary of the rules.
public record AgendaWords(Texts texts) {
    public String kind(AgendaKind kind) {
        return switch (kind) {
            case STUDY -> texts.get("meeting.kind.study");
            case REPORT -> texts.get("meeting.kind.report");
            case RESOLUTION -> texts.get("meeting.kind.resolution");
            case ADMIT_MEMBER -> texts.get("meeting.kind.admit");
            case CONFIRM_MEMBER -> texts.get("meeting.kind.confirm");
            case REVIEW -> texts.get("meeting.kind.review");
            case REWARD_PENALTY -> texts.get("meeting.kind.reward");
            case ELECTION -> texts.get("meeting.kind.election");
            case OTHER -> texts.get("meeting.kind.other");
        };
    }
}
