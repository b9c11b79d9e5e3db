package cn.dangqun.domain.quorum;

/// Whether a written opinion sent before the meeting counts as a vote (OQ-05).
public enum WrittenOpinions {
    NEVER,
    ADMISSION_ONLY
}
