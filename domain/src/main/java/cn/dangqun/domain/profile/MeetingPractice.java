package cn.dangqun.domain.profile;

import java.util.List;

/// How meetings are conducted: chairs in order, days of notice, a warning only (R-102, OQ-06), and whether the
/// handwritten page must be scanned before the record is archived (R-114, OQ-08).
public record MeetingPractice(List<ChairPost> chairs, int noticeDays, boolean handwrittenScanRequired) {
    public MeetingPractice {
        chairs = List.copyOf(chairs);
        if (chairs.isEmpty() || noticeDays < 0) {
            throw new IllegalArgumentException("a meeting has a chair, and notice comes before it");
        }
    }
}
