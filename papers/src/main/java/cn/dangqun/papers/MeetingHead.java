package cn.dangqun.papers;

import java.time.LocalDateTime;
import java.util.Optional;

/// What stands at the head of every form of one meeting (forms.md, sections 2 and 3). `kind` such as
/// 支部党员大会; `topic` is 中心议题. Whatever is empty is left to be written by hand.
public record MeetingHead(
        String organization,
        String kind,
        String topic,
        Optional<LocalDateTime> begins,
        Optional<LocalDateTime> ends,
        String place,
        String chair,
        String recorder) {
    public MeetingHead {
        if (organization.isBlank() || kind.isBlank()) {
            throw new IllegalArgumentException("a form says whose meeting it is, and of what kind");
        }
    }

    /// Without the words that only people who were there know.
    @Override
    public String toString() {
        return "MeetingHead[" + kind + "]";
    }
}
